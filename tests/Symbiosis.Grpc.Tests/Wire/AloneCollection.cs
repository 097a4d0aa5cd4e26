namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Tests that load both the machine and its memory run by themselves.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
