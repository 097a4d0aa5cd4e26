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

    /// <summary>To look for partners, also in the parks that the server keeps.</summary>
    public const string Partners = "partners";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Optimize, CatalogRead, Heat, Partners];
}
