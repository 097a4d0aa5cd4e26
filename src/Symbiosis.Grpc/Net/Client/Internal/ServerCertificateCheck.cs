using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Grpc.Net.Client.Internal;

/// <summary>Refuses servers whose certificate has their name only as its common name, which .NET 10 still accepts and RFC 9110 (4.3.4) forbids.</summary>
internal static class ServerCertificateCheck
{
    /// <summary>Adds the check to a handler, unless it has one of its own.</summary>
    public static void AddTo(SocketsHttpHandler handler) => handler.SslOptions.RemoteCertificateValidationCallback ??= IsTrusted;

    private static bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None
        && sender is SslStream stream
        && certificate is X509Certificate2 shown
        && shown.MatchesHostname(stream.TargetHostName, allowWildcards: true, allowCommonName: false);
}
