namespace Symbiosis.Domain.Parks;

/// <summary>An enterprise's works on a site.</summary>
public sealed record Plant
{
    /// <summary>Id, unique in the park.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Name in Chinese.</summary>
    public string? NameZh { get; init; }

    /// <summary>Site it stands on.</summary>
    public required string SiteId { get; init; }

    /// <summary>Sites it could stand on instead.</summary>
    public IReadOnlyList<string> CandidateSiteIds { get; init; } = [];

    /// <summary>Branch.</summary>
    public Sector Sector { get; init; }

    /// <summary>Owner.</summary>
    public string? Owner { get; init; }

    /// <summary>How much others may see.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>The plant is not really there.</summary>
    public bool Illustrative { get; init; }

    /// <summary>Contribution to the minimum approach temperature of streams that give none, K. Default 10.</summary>
    public double DefaultApproachK { get; init; } = 10;

    /// <summary>Hot and cold streams.</summary>
    public IReadOnlyList<HeatStream> Streams { get; init; } = [];

    /// <summary>Hot utilities.</summary>
    public IReadOnlyList<HotUtility> HotUtilities { get; init; } = [];

    /// <summary>Cold utilities.</summary>
    public IReadOnlyList<ColdUtility> ColdUtilities { get; init; } = [];

    /// <summary>Exchangers between own streams. Absent: free.</summary>
    public Recovery? Recovery { get; init; }

    /// <summary>Exchanger stations where they differ from the carriers' defaults.</summary>
    public IReadOnlyList<Station> Stations { get; init; } = [];

    /// <summary>Carriers the plant's streams cannot use or generate.</summary>
    public IReadOnlyList<string> ExcludedCarrierIds { get; init; } = [];

    /// <summary>Where materials leave.</summary>
    public IReadOnlyList<Outlet> Outlets { get; init; } = [];

    /// <summary>Where materials are taken.</summary>
    public IReadOnlyList<Inlet> Inlets { get; init; } = [];

    /// <summary>Technologies.</summary>
    public IReadOnlyList<Converter> Converters { get; init; } = [];

    /// <summary>Storages.</summary>
    public IReadOnlyList<Storage> Storages { get; init; } = [];

    /// <summary>Sources by profile.</summary>
    public IReadOnlyList<Generator> Generators { get; init; } = [];

    /// <summary>Grid connections.</summary>
    public IReadOnlyList<GridConnection> GridConnections { get; init; } = [];

    /// <summary>Needs for carriers.</summary>
    public IReadOnlyList<CarrierDemand> Demands { get; init; } = [];

    /// <summary>Carriers bought outside.</summary>
    public IReadOnlyList<CarrierSupply> Supplies { get; init; } = [];

    /// <summary>Carriers given away outside.</summary>
    public IReadOnlyList<CarrierOfftake> Offtakes { get; init; } = [];

    /// <summary>Where the plant's figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
