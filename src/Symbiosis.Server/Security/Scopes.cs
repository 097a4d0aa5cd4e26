namespace Symbiosis.Server.Security;

/// <summary>What a credential may allow. Names are forever.</summary>
internal static class Scopes
{
    /// <summary>To have plans searched and explained.</summary>
    public const string Optimize = "optimize";

    /// <summary>To read the catalogue.</summary>
    public const string CatalogRead = "catalog.read";

    /// <summary>To have heat targeted.</summary>
    public const string Heat = "heat";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Optimize, CatalogRead, Heat];
}
