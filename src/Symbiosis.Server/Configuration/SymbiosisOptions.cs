namespace Symbiosis.Server.Configuration;

/// <summary>All settings, section <c>Symbiosis</c> of the configuration. Read and checked once at start; with no configuration at all every default holds.</summary>
internal sealed class SymbiosisOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Symbiosis";

    /// <summary>Where it listens, and to whom it answers without credentials.</summary>
    public ListenOptions Listen { get; set; } = new();

    /// <summary>Encryption and clients' certificates.</summary>
    public TlsOptions Tls { get; set; } = new();

    /// <summary>API keys.</summary>
    public ApiKeyOptions ApiKeys { get; set; } = new();

    /// <summary>Signed tokens of an identity provider.</summary>
    public JwtOptions Jwt { get; set; } = new();

    /// <summary>What a call, a caller and a connection may take.</summary>
    public LimitOptions Limits { get; set; } = new();

    /// <summary>Searches, their engines and their queue.</summary>
    public SolvingOptions Solving { get; set; } = new();

    /// <summary>The catalogue.</summary>
    public CatalogOptions Catalog { get; set; } = new();

    /// <summary>Looking for partners, and the parks that are kept.</summary>
    public PartnerOptions Partners { get; set; } = new();

    /// <summary>Logs, metrics, traces.</summary>
    public TelemetryOptions Telemetry { get; set; } = new();
}
