using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Domain.Partners;

/// <summary>A plant that could be coupled with what was asked about, with the best way to do it. Amounts and money per year of the park's horizon scaled to 8,760 h.</summary>
public sealed record Partner
{
    /// <summary>Park.</summary>
    public required string ParkId { get; init; }

    /// <summary>Plant.</summary>
    public required string PlantId { get; init; }

    /// <summary>Its elements that take part; empty where they may not be seen.</summary>
    public IReadOnlyList<string> ElementIds { get; init; } = [];

    /// <summary>Element of the asker's plant that takes part, where a whole plant was asked about.</summary>
    public string? OwnElementId { get; init; }

    /// <summary>How much is shown.</summary>
    public DisclosureLevel Disclosure { get; init; }

    /// <summary>What would flow.</summary>
    public CouplingKind Kind { get; init; }

    /// <summary>Carrier, where heat, gas or power would flow.</summary>
    public string? CarrierId { get; init; }

    /// <summary>Temperature at which the carrier arrives, deg C.</summary>
    public double? DeliveredCelsius { get; init; }

    /// <summary>Temperature at which it goes back, deg C.</summary>
    public double? ReturnCelsius { get; init; }

    /// <summary>Material.</summary>
    public string? MaterialId { get; init; }

    /// <summary>Transport mode; absent on one site.</summary>
    public string? TransportModeId { get; init; }

    /// <summary>Largest matching flow, kW (t/h for materials).</summary>
    public double PeakKw { get; init; }

    /// <summary>Matching amount, kWh/a (t/a), from the overlap of the two profiles.</summary>
    public double Amount { get; init; }

    /// <summary>Hours in a year in which something flows.</summary>
    public double OverlapHours { get; init; }

    /// <summary>Share of what is asked about that finds its use here, [0, 1].</summary>
    public double OfferShare { get; init; }

    /// <summary>What keeps the match from being larger.</summary>
    public MatchLimit Limit { get; init; }

    /// <summary>The same in a sentence with its figures.</summary>
    public string LimitSentence { get; init; } = "";

    /// <summary>Nodes passed, the asker's first.</summary>
    public IReadOnlyList<string> RouteNodeIds { get; init; } = [];

    /// <summary>Corridors passed, in that order.</summary>
    public IReadOnlyList<string> RouteCorridorIds { get; init; } = [];

    /// <summary>Length of the route, m.</summary>
    public double LengthM { get; init; }

    /// <summary>The length, or a part of it, is a straight line times a detour factor, for want of corridors.</summary>
    public bool IsStraightLine { get; init; }

    /// <summary>Pipe or cable size; absent where nothing new is laid.</summary>
    public string? SizeId { get; init; }

    /// <summary>Its capacity, kW.</summary>
    public double? CapacityKw { get; init; }

    /// <summary>What has to be built and paid.</summary>
    public IReadOnlyList<PartnerCost> Costs { get; init; } = [];

    /// <summary>Investment, CNY.</summary>
    public Estimate InvestmentCny { get; init; }

    /// <summary>Yearly saving of both sides together before any cost of the match, CNY/a.</summary>
    public Estimate YearlySavingCny { get; init; }

    /// <summary>Yearly gain: saving less running costs and annuities, CNY/a. Partners are ranked by its typical value.</summary>
    public Estimate YearlyGainCny { get; init; }

    /// <summary>Simple payback: investment over saving less running costs, years; absent where that is not positive or nothing is invested.</summary>
    public double? PaybackYears { get; init; }

    /// <summary>Net present value over the park's default lifetime, CNY.</summary>
    public Estimate NpvCny { get; init; }

    /// <summary>CO2e avoided, t/a.</summary>
    public double AvoidedT { get; init; }

    /// <summary>Worst quality among the figures that decide.</summary>
    public Quality DataQuality { get; init; }

    /// <summary>What stands between, or who shares.</summary>
    public IReadOnlyList<ChainStep> Chain { get; init; } = [];

    /// <summary>Duties of safety and law.</summary>
    public IReadOnlyList<PartnerFlag> Flags { get; init; } = [];
}
