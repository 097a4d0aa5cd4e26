using System.ComponentModel.DataAnnotations;

namespace Symbiosis.Server.Configuration;

/// <summary>A client that is known by its certificate.</summary>
internal sealed class TlsClientOptions
{
    /// <summary>A DNS name, URI or e-mail address among the certificate's subject alternative names, exactly.</summary>
    [Required]
    public string Name { get; set; } = "";

    /// <summary>Whose calls these are.</summary>
    [Required]
    public string Tenant { get; set; } = "";

    /// <summary>What it may do, see <see cref="Security.Scopes"/>.</summary>
    public List<string> Scopes { get; set; } = [];
}
