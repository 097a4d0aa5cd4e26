using Microsoft.Extensions.Logging;
using Symbiosis.Grpc.TestHost;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>The test host of a class of wire tests, with its error log.</summary>
public sealed class WireHost : IAsyncLifetime
{
    internal TestHostApplication Application { get; private set; } = null!;

    internal LogRecorder Log { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Application = await StartAsync(Log, new TestHostOptions { TlsPort = 0, Http1Port = 0, UseJson = false });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Application.DisposeAsync();

    internal static Task<TestHostApplication> StartAsync(LogRecorder log, TestHostOptions options) =>
        TestHostApplication.StartAsync(options with { ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.Error).AddProvider(log) });
}
