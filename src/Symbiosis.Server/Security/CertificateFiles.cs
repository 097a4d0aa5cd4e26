using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Symbiosis.Server.Configuration;

namespace Symbiosis.Server.Security;

/// <summary>The server's certificate and the authorities of clients, as the files hold them now. Thread-safe.</summary>
internal sealed class CertificateFiles : IDisposable
{
    private readonly WatchedFiles<SslStreamCertificateContext> _own;
    private readonly WatchedFiles<X509Certificate2Collection>? _authorities;
    private readonly TlsOptions _options;

    /// <summary>Reads the files and watches them.</summary>
    /// <exception cref="OptionsException">A file cannot be used.</exception>
    public CertificateFiles(TlsOptions options, TimeProvider time, ILogger logger)
    {
        _options = options;
        _own = new WatchedFiles<SslStreamCertificateContext>("TLS certificate", [options.CertificatePath!, options.KeyPath!], options.ReloadInterval, ReadOwn, time, logger);
        if (options.ClientAuthorityPath is { } path)
            _authorities = new WatchedFiles<X509Certificate2Collection>("Client authorities", [path], options.ReloadInterval, ReadAuthorities, time, logger);
    }

    /// <summary>What a new connection is greeted with.</summary>
    public SslServerAuthenticationOptions ForHandshake()
    {
        var options = new SslServerAuthenticationOptions { ServerCertificateContext = _own.Current };
        if (_authorities is null)
            return options;

        options.ClientCertificateRequired = true;
        options.RemoteCertificateValidationCallback = (_, certificate, chain, _) => IsBelieved(certificate as X509Certificate2, chain);
        return options;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _own.Dispose();
        _authorities?.Dispose();
    }

    private bool IsBelieved(X509Certificate2? certificate, X509Chain? sent)
    {
        if (certificate is null)
            return !_options.RequireClientCertificate;

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities!.Current);
        if (sent is not null)
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);

        // Authorities of a company's own seldom publish lists; taking a client out of Tls:Clients revokes it.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid("1.3.6.1.5.5.7.3.2", "clientAuth"));
        return chain.Build(certificate);
    }

    private static SslStreamCertificateContext ReadOwn(IReadOnlyList<byte[]> files)
    {
        var pem = Encoding.ASCII.GetString(files[0]);
        var certificate = X509Certificate2.CreateFromPem(pem, Encoding.ASCII.GetString(files[1]));
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(pem);
        return SslStreamCertificateContext.Create(certificate, [.. chain.Skip(1)], offline: true);
    }

    private static X509Certificate2Collection ReadAuthorities(IReadOnlyList<byte[]> files)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(Encoding.ASCII.GetString(files[0]));
        return authorities.Count > 0 ? authorities : throw new InvalidDataException("It holds no certificate.");
    }
}
