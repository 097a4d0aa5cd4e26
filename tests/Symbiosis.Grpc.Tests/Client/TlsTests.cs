using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;

namespace Symbiosis.Grpc.Tests.Client;

/// <summary>Checklist Q-15: certificates of both sides.</summary>
public sealed class TlsTests : IDisposable
{
    private const string ServerPurpose = "1.3.6.1.5.5.7.3.1";
    private const string ClientPurpose = "1.3.6.1.5.5.7.3.2";

    private readonly X509Certificate2 _authority = CreateAuthority();

    [Fact]
    public async Task Q15_NameInSubjectAlternativeNames_IsTrusted()
    {
        using var certificate = Issue("CN=park", ServerPurpose, names => names.AddIpAddress(IPAddress.Loopback));
        await using var server = Serve(certificate);
        using var channel = Connect(server, Trusting());

        await channel.UnaryAsync();

        Assert.Equal("https", server.Calls[0].Header(":scheme"));
    }

    [Fact]
    public async Task Q15_NameInCommonNameOnly_IsRefused()
    {
        using var certificate = Issue("CN=127.0.0.1", ServerPurpose, _ => { });
        await using var server = Serve(certificate);
        using var channel = Connect(server, Trusting());

        var failure = await channel.FailUnaryAsync();

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Q15_OtherName_IsRefused()
    {
        using var certificate = Issue("CN=park", ServerPurpose, names => names.AddDnsName("elsewhere.example"));
        await using var server = Serve(certificate);
        using var channel = Connect(server, Trusting());

        Assert.Equal(StatusCode.Unavailable, (await channel.FailUnaryAsync()).StatusCode);
    }

    [Fact]
    public async Task Q15_UnknownAuthority_IsRefused()
    {
        using var certificate = Issue("CN=park", ServerPurpose, names => names.AddIpAddress(IPAddress.Loopback));
        await using var server = Serve(certificate);
        using var channel = Connect(server, new SslClientAuthenticationOptions());

        var failure = await channel.FailUnaryAsync();

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.Contains("certificate", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Q15_ClientCertificate_IsShownToTheServer()
    {
        using var certificate = Issue("CN=park", ServerPurpose, names => names.AddIpAddress(IPAddress.Loopback));
        using var own = Issue("CN=planner", ClientPurpose, _ => { });
        string? shown = null;
        await using var server = Serve(certificate, subject => shown = subject);
        var options = Trusting();
        options.ClientCertificates = [own];
        using var channel = Connect(server, options);

        await channel.UnaryAsync();

        Assert.Equal("CN=planner", shown);
    }

    [Fact]
    public async Task Q15_ClientCertificateDemandedAndAbsent_IsUnavailable()
    {
        using var certificate = Issue("CN=park", ServerPurpose, names => names.AddIpAddress(IPAddress.Loopback));
        await using var server = Serve(certificate, _ => { });
        using var channel = Connect(server, Trusting());

        Assert.Equal(StatusCode.Unavailable, (await channel.FailUnaryAsync()).StatusCode);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Q15_ServerWithoutHttp2_IsNoSuccess()
    {
        using var certificate = Issue("CN=park", ServerPurpose, names => names.AddIpAddress(IPAddress.Loopback));
        await using var server = Serve(certificate, protocol: SslApplicationProtocol.Http11);
        using var channel = Connect(server, Trusting());

        Assert.Contains((await channel.FailUnaryAsync()).StatusCode, new[] { StatusCode.Unavailable, StatusCode.Internal });
    }

    [Fact]
    public async Task CallCredentials_OverTls_AreSentAfterTheChannelsOwn()
    {
        using var certificate = Issue("CN=park", ServerPurpose, names => names.AddIpAddress(IPAddress.Loopback));
        await using var server = Serve(certificate);
        AuthInterceptorContext? seen = null;
        var ofChannel = CallCredentials.FromInterceptor((context, metadata) =>
        {
            seen = context;
            metadata.Add("authorization", "Bearer channel");
            return Task.CompletedTask;
        });
        var ofCall = CallCredentials.FromInterceptor((_, metadata) =>
        {
            metadata.Add("x-call", "1");
            return Task.CompletedTask;
        });
        using var channel = Connect(server, Trusting(), ChannelCredentials.Create(ChannelCredentials.SecureSsl, ofChannel));

        await channel.UnaryAsync(TestChannel.Options().WithCredentials(ofCall));

        Assert.Equal("Bearer channel", server.Calls[0].Header("authorization"));
        Assert.Equal("1", server.Calls[0].Header("x-call"));
        Assert.Equal("UnaryCall", seen!.MethodName);
        Assert.Equal($"https://127.0.0.1:{server.Port}/grpc.testing.TestService", seen.ServiceUrl);
    }

    public void Dispose() => _authority.Dispose();

    private static TestChannel Connect(HostileServer server, SslClientAuthenticationOptions tls, ChannelCredentials? credentials = null)
    {
        var handler = new SocketsHttpHandler { SslOptions = tls };
        return TestChannel.To($"https://127.0.0.1:{server.Port}", new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true, Credentials = credentials });
    }

    private static HostileServer Serve(X509Certificate2 certificate, Action<string>? onClientCertificate = null, SslApplicationProtocol? protocol = null) =>
        HostileServer.StartSecure(
            async inner =>
            {
                var secure = new SslStream(inner);
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
                {
                    ServerCertificate = certificate,
                    ApplicationProtocols = [protocol ?? SslApplicationProtocol.Http2],
                    ClientCertificateRequired = onClientCertificate is not null,
                    RemoteCertificateValidationCallback = (_, shown, _, _) => onClientCertificate is null || shown is not null,
                });
                if (secure.RemoteCertificate is { } remote)
                    onClientCertificate?.Invoke(remote.Subject);
                return secure;
            },
            call => call.AnswerAsync([]));

    private static X509Certificate2 CreateAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
    }

    private SslClientAuthenticationOptions Trusting() => new()
    {
        CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { _authority },
            RevocationMode = X509RevocationMode.NoCheck,
        },
    };

    private X509Certificate2 Issue(string subject, string purpose, Action<SubjectAlternativeNameBuilder> addNames)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        var names = new SubjectAlternativeNameBuilder();
        addNames(names);
        var extension = names.Build();

        // An empty list of names is two bytes, and no list at all is what the test wants then.
        if (extension.RawData.Length > 2)
            request.CertificateExtensions.Add(extension);
        var now = TimeProvider.System.GetUtcNow();
        using var issued = request.Create(_authority, now.AddHours(-1), now.AddDays(1), RandomNumberGenerator.GetBytes(8));
        using var withKey = issued.CopyWithPrivateKey(key);

        // A key that was never in a store cannot serve TLS on every system.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null);
    }
}
