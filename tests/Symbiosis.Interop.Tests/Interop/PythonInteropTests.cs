using Symbiosis.Interop.Tests.Hosts;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Interop;

/// <summary>Interoperability cases that Debian's Ruby client lacks, with grpcio.</summary>
public sealed class PythonInteropTests(InteropHost host)
{
    [Theory]
    [InlineData("special_status_message")]
    [InlineData("concurrent_large_unary")]
    [InlineData("server_compressed_unary")]
    [InlineData("server_compressed_streaming")]
    public async Task Interop_Case_Passes(string name)
    {
        var stubs = await GeneratedCode.PythonInteropAsync();
        var port = await host.CleartextPortAsync();
        var complaints = host.Complaints;

        var run = await ProgramRun.OfAsync(ForeignTool.Python, [Path.Combine(Places.Clients, "python", "interop.py"), $"127.0.0.1:{port}", name, stubs]);

        Assert.Contains($"OK: {name}", run.Succeeded().Output, StringComparison.Ordinal);
        Assert.Equal(complaints, host.Complaints);
    }
}
