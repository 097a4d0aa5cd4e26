using Symbiosis.Solvers;

namespace Symbiosis.Planning.Tests;

/// <summary>One engine for all tests of a class: its warm process is what makes small parks quick.</summary>
public sealed class HighsFixture : IDisposable
{
    /// <summary>The engine; ended with the fixture.</summary>
    public HighsEngine Engine { get; } = new();

    /// <inheritdoc/>
    public void Dispose() => Engine.Dispose();
}
