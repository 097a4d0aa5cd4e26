using System.Globalization;
using Symbiosis.Interop.Tests.Hosts;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Interop;

/// <summary>gRPC's own interoperability cases, run by its Ruby client (on the C core) against our server.</summary>
public sealed class RubyInteropTests(InteropHost host)
{
    /// <summary>
    /// The cases that apply, each alone, in cleartext and under TLS. This client has no server_compressed_unary, server_compressed_streaming,
    /// special_status_message and concurrent_large_unary; PythonInteropTests and the wire tests have them. Its cases of Google's credentials do not apply.
    /// </summary>
    public static MatrixTheoryData<string, bool> Cases => new(
        [
            "empty_unary", "large_unary", "client_compressed_unary", "client_compressed_streaming", "client_streaming", "server_streaming",
            "ping_pong", "empty_stream", "cancel_after_begin", "cancel_after_first_response", "timeout_on_sleeping_server", "custom_metadata",
            "status_code_and_message", "unimplemented_method", "unimplemented_service",
        ],
        [false, true]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Interop_Case_Passes(string name, bool tls)
    {
        var port = await (tls ? host.TlsPortAsync() : host.CleartextPortAsync());
        var complaints = host.Complaints;
        // The client trusts only what it is told to: our authority.
        var environment = new Dictionary<string, string> { ["GRPC_DEFAULT_SSL_ROOTS_FILE_PATH"] = host.AuthorityPath };

        var run = await ProgramRun.OfAsync(ForeignTool.Ruby,
        [
            ForeignTool.RubyInteropClient, "--server_host", tls ? "localhost" : "127.0.0.1", "--server_port", port.ToString(CultureInfo.InvariantCulture),
            "--test_case", name, "--use_tls", tls ? "true" : "false",
        ], environment);

        Assert.Contains($"OK: {name}", run.Succeeded().Output, StringComparison.Ordinal);
        Assert.Equal(complaints, host.Complaints);
    }
}
