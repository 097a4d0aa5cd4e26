namespace Symbiosis.Solvers.Tests;

/// <summary>Needs the program cbc (Debian: coinor-cbc) and fails without it: a second opinion that is silently missing is none.</summary>
public sealed class CbcConformanceTests(CbcConformanceTests.SharedEngine shared, ITestOutputHelper output)
    : EngineConformanceTests(shared.Engine, output), IClassFixture<CbcConformanceTests.SharedEngine>
{
    /// <summary>One engine for the class.</summary>
    public sealed class SharedEngine : IDisposable
    {
        public CbcEngine Engine { get; } = new();

        public void Dispose() => Engine.Dispose();
    }
}
