namespace Symbiosis.Domain.Parks;

/// <summary>
/// An industrial park. All ids: 1 to 63 characters, lower-case letters, digits, '-', '_', '.', starting with a
/// letter or digit.
/// </summary>
public sealed record Park
{
    /// <summary>Id of the park.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Name in Chinese.</summary>
    public string? NameZh { get; init; }

    /// <summary>What it shows, in a few sentences.</summary>
    public string? Description { get; init; }

    /// <summary>Time steps. Default: one year.</summary>
    public TimeStructure Time { get; init; } = new();

    /// <summary>Series that other messages refer to.</summary>
    public IReadOnlyList<Profile> Profiles { get; init; } = [];

    /// <summary>
    /// File beside the park file with hourly columns named by profile id; clients merge it in before sending, a
    /// service refuses a park in which it is set.
    /// </summary>
    public string? ProfilesCsv { get; init; }

    /// <summary>Plots.</summary>
    public IReadOnlyList<Site> Sites { get; init; } = [];

    /// <summary>Nodes without plants.</summary>
    public IReadOnlyList<Junction> Junctions { get; init; } = [];

    /// <summary>Ways between nodes.</summary>
    public IReadOnlyList<Corridor> Corridors { get; init; } = [];

    /// <summary>Prices and rules of the network.</summary>
    public NetworkRules Network { get; init; } = new();

    /// <summary>What moves heat, gas and power.</summary>
    public IReadOnlyList<Carrier> Carriers { get; init; } = [];

    /// <summary>Pipe and cable sizes.</summary>
    public IReadOnlyList<LinkSize> Sizes { get; init; } = [];

    /// <summary>Materials.</summary>
    public IReadOnlyList<Material> Materials { get; init; } = [];

    /// <summary>Ways to move materials.</summary>
    public IReadOnlyList<TransportMode> TransportModes { get; init; } = [];

    /// <summary>Fuels.</summary>
    public IReadOnlyList<Fuel> Fuels { get; init; } = [];

    /// <summary>Tariffs.</summary>
    public IReadOnlyList<Tariff> Tariffs { get; init; } = [];

    /// <summary>Plants.</summary>
    public IReadOnlyList<Plant> Plants { get; init; } = [];

    /// <summary>Couplings that exist by contract today.</summary>
    public IReadOnlyList<Contract> Contracts { get; init; } = [];

    /// <summary>Rates and lifetimes.</summary>
    public Economics Economics { get; init; } = new();

    /// <summary>Carbon and energy policy.</summary>
    public Policy Policy { get; init; } = new();

    /// <summary>Publications that provenances refer to.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
