namespace Symbiosis.Domain.Catalogues.Suggestions;

/// <summary>A plant of a known process whose streams are not known.</summary>
public sealed record StreamQuestion
{
    /// <summary>Id of the process in the catalogue, for example "acid_plant".</summary>
    public required string ProcessId { get; init; }

    /// <summary>Product made in a year, t.</summary>
    public required double TonnesPerYear { get; init; }

    /// <summary>Product that the tonnes are of, as the units of the figures name it ("Cu", "cathode"); absent: the one most figures refer to.</summary>
    public string? Product { get; init; }

    /// <summary>Hours in a year, (0, 8760]; absent: the entry's availability, else a typical number.</summary>
    public double? HoursPerYear { get; init; }

    /// <summary>Site of the suggested plant; absent: "site".</summary>
    public string? SiteId { get; init; }
}
