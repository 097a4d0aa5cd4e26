using System.Globalization;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.GrpcJsServer;

/// <summary>grpc.testing.TestService on grpc-js.</summary>
internal sealed class GrpcJsHost : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly RunningProgram _program;

    private GrpcJsHost(RunningProgram program, int port)
    {
        _program = program;
        Address = $"http://127.0.0.1:{port}";
    }

    public string Address { get; }

    /// <summary>Starts it on a free port of loopback.</summary>
    /// <param name="isCompressing">Whether its responses are gzip.</param>
    public static async Task<GrpcJsHost> StartAsync(bool isCompressing = false)
    {
        await NodePackages.InstalledAsync();
        var script = Path.Combine(Places.Clients, "node", "test-service-server.mjs");
        var protos = Path.Combine(Places.Root, "tests", "Symbiosis.Grpc.TestHost", "protos");
        var program = new RunningProgram(ForeignTool.Node, [script, protos, isCompressing ? "gzip" : "identity"]);
        try
        {
            var line = await program.WaitForLineAsync(text => text.StartsWith("port ", StringComparison.Ordinal), StartLimit, TestContext.Current.CancellationToken);
            return new GrpcJsHost(program, int.Parse(line["port ".Length..], CultureInfo.InvariantCulture));
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    /// <summary>Waits until a handler has noticed that its call was cancelled.</summary>
    public Task UntilCancelledAsync() => _program.WaitForLineAsync(text => text == "cancelled", StartLimit, TestContext.Current.CancellationToken);

    public void Dispose() => _program.Dispose();
}
