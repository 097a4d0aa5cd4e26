namespace Symbiosis.Solvers.Tests;

public sealed class HighsConformanceTests(HighsConformanceTests.SharedEngine shared, ITestOutputHelper output)
    : EngineConformanceTests(shared.Engine, output), IClassFixture<HighsConformanceTests.SharedEngine>
{
    /// <summary>One engine for the class, so that its processes stay warm.</summary>
    public sealed class SharedEngine : IDisposable
    {
        public HighsEngine Engine { get; } = new();

        public void Dispose() => Engine.Dispose();
    }
}
