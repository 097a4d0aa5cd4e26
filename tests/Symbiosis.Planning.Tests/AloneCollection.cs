namespace Symbiosis.Planning.Tests;

/// <summary>Tests that measure memory or moments, or use all cores, run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
