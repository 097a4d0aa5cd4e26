using System.ComponentModel.DataAnnotations;

namespace Symbiosis.Server.Security;

/// <summary>What the server knows of an API key.</summary>
internal sealed class ApiKeyEntry
{
    /// <summary>The key's public part, by which it is found and told in logs.</summary>
    [Required]
    public string Id { get; set; } = "";

    /// <summary>SHA-256 of the whole key, 64 hexadecimal digits.</summary>
    [Required, RegularExpression("^[0-9a-f]{64}$")]
    public string Sha256 { get; set; } = "";

    /// <summary>Whose calls these are.</summary>
    [Required]
    public string Tenant { get; set; } = "";

    /// <summary>What it may do, see <see cref="Security.Scopes"/>.</summary>
    public List<string> Scopes { get; set; } = [];

    /// <summary>From when on it is refused; absent: never.</summary>
    public DateTimeOffset? Expires { get; set; }
}
