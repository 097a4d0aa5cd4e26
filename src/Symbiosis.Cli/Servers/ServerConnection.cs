using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Servers;

/// <summary>Opens channels to a server.</summary>
internal static class ServerConnection
{
    private const string KeyHeader = "x-api-key";

    // Our answers' trailers may take 64 KiB in .NET; a third of it goes to base64.
    private const string ErrorByteCount = "40000";
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(20);

    /// <summary>A channel; the caller disposes it. Nothing is sent yet.</summary>
    /// <exception cref="BadInputException">The file of authorities cannot be read.</exception>
    public static GrpcChannel Open(ServerAddress address)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = ConnectTimeout,
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = PingDelay,
            KeepAlivePingTimeout = PingTimeout,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        };
        if (address.CaCertificatePath is { } path)
            handler.SslOptions.CertificateChainPolicy = TrustOnly(path);

        // A plan of many hourly steps is larger than the 4 MiB a channel takes by default.
        return GrpcChannel.ForAddress(address.Url, new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true, MaxReceiveMessageSize = null });
    }

    /// <summary>Metadata of every call.</summary>
    public static Metadata Headers(ServerAddress address)
    {
        var headers = new Metadata { { Symbiosis.Api.Errors.RichErrors.SizeHeader, ErrorByteCount } };
        if (address.ApiKey is { } key)
            headers.Add(KeyHeader, key);
        return headers;
    }

    private static X509ChainPolicy TrustOnly(string path)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(path);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(ServerMessages.CertificateUnreadable, path, fault.Message);
        }

        return policy.CustomTrustStore.Count > 0 ? policy : throw new BadInputException(ServerMessages.CertificateUnreadable, path, "-");
    }
}
