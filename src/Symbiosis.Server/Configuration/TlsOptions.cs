using System.ComponentModel.DataAnnotations;

namespace Symbiosis.Server.Configuration;

/// <summary>Encryption. Files are looked at every <see cref="ReloadInterval"/>; new connections take what they hold then.</summary>
internal sealed class TlsOptions
{
    /// <summary>PEM file with the server's certificate, its issuers behind it; absent: no TLS.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>PEM file with the certificate's private key.</summary>
    public string? KeyPath { get; set; }

    /// <summary>PEM file with the authorities whose client certificates are believed; absent: clients are not asked for any.</summary>
    public string? ClientAuthorityPath { get; set; }

    /// <summary>Whether a client without a certificate is refused at the handshake.</summary>
    /// <value>Default false: it may show a key or token instead.</value>
    public bool RequireClientCertificate { get; set; }

    /// <summary>Who the clients are, by a name in their certificate.</summary>
    public List<TlsClientOptions> Clients { get; set; } = [];

    /// <summary>How often the files are looked at.</summary>
    /// <value>Default 2 s; 0.1 s to 1 h.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan ReloadInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether there is TLS.</summary>
    public bool IsOn => CertificatePath is not null;
}
