using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Symbiosis.Server.Tests.Hosting;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Security;

public sealed class TlsTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly Certificates _authority = new("test authority");
    private readonly Certificates _stranger = new("other authority");

    public void Dispose()
    {
        _folder.Dispose();
        _authority.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public async Task Call_UnderTls_ServesGrpcAndJsonOnOnePort()
    {
        await using var server = await StartAsync("localhost");
        var seen = new List<string>();
        using var channel = ChannelTo(server, null, seen);

        var answer = await new CatalogService.CatalogServiceClient(channel).ListEntriesAsync(new ListEntriesRequest { PageSize = 1 });
        using var plain = new HttpClient(Handler(null, seen)) { BaseAddress = server.HttpAddress };
        using var live = await plain.GetAsync("/healthz/live");

        Assert.Single(answer.Items);
        Assert.True(live.IsSuccessStatusCode);
        Assert.True(live.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Certificate_RenewedOnDisk_MeetsTheNextConnection()
    {
        await using var server = await StartAsync("first.example");
        var seen = new List<string>();
        using (var before = ChannelTo(server, null, seen))
            await new CatalogService.CatalogServiceClient(before).ListEntriesAsync(new ListEntriesRequest());

        WriteCertificate("second.example");
        await Eventually.TrueAsync(() => server.Log.Lines.Any(line => line.Text.StartsWith("TLS certificate: the changed", StringComparison.Ordinal)));
        using (var after = ChannelTo(server, null, seen))
            await new CatalogService.CatalogServiceClient(after).ListEntriesAsync(new ListEntriesRequest());

        Assert.Equal(["CN=first.example", "CN=second.example"], seen);
    }

    [Fact]
    public async Task Certificate_BrokenOnDisk_LeavesTheOneBefore()
    {
        await using var server = await StartAsync("first.example");

        _folder.Write("server.pem", "nonsense");
        await Eventually.TrueAsync(() => server.Log.Lines.Any(line => line.Text.Contains("cannot be used", StringComparison.Ordinal)));
        var seen = new List<string>();
        using var channel = ChannelTo(server, null, seen);
        await new CatalogService.CatalogServiceClient(channel).ListEntriesAsync(new ListEntriesRequest());

        Assert.Equal(["CN=first.example"], seen);
    }

    [Fact]
    public async Task Client_WithAKnownCertificate_IsItsTenant()
    {
        await using var server = await StartMutualAsync();
        using var certificate = _authority.SignClient("worker.acme.example");
        using var channel = ChannelTo(server, certificate, []);

        await new CatalogService.CatalogServiceClient(channel).ListEntriesAsync(new ListEntriesRequest());

        Assert.Contains(server.Log.Lines, line => line.Text.Contains("tenant acme credential certificate:worker.acme.example", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("none", StatusCode.Unauthenticated)]
    [InlineData("other name", StatusCode.Unauthenticated)]
    [InlineData("other authority", StatusCode.Unavailable)]
    [InlineData("expired", StatusCode.Unavailable)]
    public async Task Client_WithoutAKnownCertificate_IsRefused(string which, StatusCode expected)
    {
        await using var server = await StartMutualAsync();
        using var certificate = which switch
        {
            "other name" => _authority.SignClient("stranger.example"),
            "other authority" => _stranger.SignClient("worker.acme.example"),
            "expired" => _authority.SignClient("worker.acme.example", isExpired: true),
            _ => null,
        };
        using var channel = ChannelTo(server, certificate, []);

        var fault = await Assert.ThrowsAsync<RpcException>(
            async () => await new CatalogService.CatalogServiceClient(channel).ListEntriesAsync(new ListEntriesRequest()));

        // What fails in the handshake is a connection that does not come about.
        Assert.Equal(expected, fault.StatusCode == StatusCode.Internal ? StatusCode.Unavailable : fault.StatusCode);
    }

    private Task<TestServer> StartAsync(string name, params string[] settings)
    {
        WriteCertificate(name);
        return TestServer.StartAsync(
        [
            $"Tls:CertificatePath={_folder.PathOf("server.pem")}", $"Tls:KeyPath={_folder.PathOf("server.key")}", "Tls:ReloadInterval=00:00:00.1", .. settings,
        ]);
    }

    private Task<TestServer> StartMutualAsync() => StartAsync(
        "localhost",
        $"Tls:ClientAuthorityPath={_folder.Write("clients.pem", _authority.Authority.ExportCertificatePem())}",
        "Tls:Clients:0:Name=worker.acme.example",
        "Tls:Clients:0:Tenant=acme",
        "Tls:Clients:0:Scopes:0=catalog.read");

    private void WriteCertificate(string name)
    {
        var (certificate, key) = _authority.Sign(name);
        _folder.Write("server.key", key);
        _folder.Write("server.pem", certificate);
    }

    private static GrpcChannel ChannelTo(TestServer server, X509Certificate2? certificate, List<string> seen) =>
        GrpcChannel.ForAddress(server.GrpcAddress, new GrpcChannelOptions { HttpHandler = Handler(certificate, seen), MaxRetryAttempts = 0 });

    private static SocketsHttpHandler Handler(X509Certificate2? certificate, List<string> seen) => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            ClientCertificates = certificate is null ? null : [certificate],
            RemoteCertificateValidationCallback = (_, shown, _, _) =>
            {
                seen.Add(shown!.Subject);
                return true;
            },
        },
    };
}
