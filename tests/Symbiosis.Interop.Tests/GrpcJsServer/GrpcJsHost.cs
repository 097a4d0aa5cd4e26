using System.Globalization;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.GrpcJsServer;

/// <summary>grpc.testing.TestService on grpc-js.</summary>
public sealed class GrpcJsHost : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private RunningProgram? _program;

    /// <summary>Where it listens.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts one whose responses are gzip.</summary>
    public static async Task<GrpcJsHost> StartCompressingAsync()
    {
        var host = new GrpcJsHost();
        await host.StartAsync("gzip");
        return host;
    }

    public async ValueTask InitializeAsync() => await StartAsync("identity");

    /// <summary>Waits until the handler of the call of that name has noticed that it was cancelled.</summary>
    public Task UntilCancelledAsync(string name) =>
        _program!.WaitForLineAsync(text => text == $"cancelled {name}", StartLimit, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _program?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task StartAsync(string compression)
    {
        await NodePackages.InstalledAsync();
        var script = Path.Combine(Places.Clients, "node", "test-service-server.mjs");
        var protos = Path.Combine(Places.Root, "tests", "Symbiosis.Grpc.TestHost", "protos");
        _program = new RunningProgram(ForeignTool.Node, [script, protos, compression]);
        var line = await _program.WaitForLineAsync(text => text.StartsWith("port ", StringComparison.Ordinal), StartLimit, TestContext.Current.CancellationToken);
        Address = $"http://127.0.0.1:{int.Parse(line["port ".Length..], CultureInfo.InvariantCulture)}";
    }
}
