using System.ComponentModel.DataAnnotations;

namespace Symbiosis.Server.Configuration;

/// <summary>Bearer tokens (JWT) of an identity provider. On where <see cref="Authority"/> or <see cref="KeysPath"/> is given.</summary>
internal sealed class JwtOptions
{
    /// <summary>Address of the provider; its keys are fetched from there and kept.</summary>
    public string? Authority { get; set; }

    /// <summary>JSON file with the provider's public keys (JWKS), instead of an authority; looked at every 2 s.</summary>
    public string? KeysPath { get; set; }

    /// <summary>Who must have issued the token.</summary>
    public string? Issuer { get; set; }

    /// <summary>For whom the token must be.</summary>
    public string? Audience { get; set; }

    /// <summary>Claim with the tenant.</summary>
    /// <value>Default <c>tenant</c>.</value>
    [Required]
    public string TenantClaim { get; set; } = "tenant";

    /// <summary>Claim with the scopes, separated by spaces.</summary>
    /// <value>Default <c>scope</c>.</value>
    [Required]
    public string ScopeClaim { get; set; } = "scope";

    /// <summary>How far clocks may differ.</summary>
    /// <value>Default 60 s; 0 to 5 min.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether tokens are believed.</summary>
    public bool IsOn => Authority is not null || KeysPath is not null;
}
