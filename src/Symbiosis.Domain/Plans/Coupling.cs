namespace Symbiosis.Domain.Plans;

/// <summary>A flow from one plant to another.</summary>
public sealed record Coupling
{
    /// <summary>Id, stable for the pair and flow: "from&gt;to:flow".</summary>
    public string Id { get; init; } = "";

    /// <summary>What it moves.</summary>
    public CouplingKind Kind { get; init; }

    /// <summary>Donor.</summary>
    public string FromPlantId { get; init; } = "";

    /// <summary>Receiver.</summary>
    public string ToPlantId { get; init; } = "";

    /// <summary>Carrier, where it moves heat, power or gas.</summary>
    public string? CarrierId { get; init; }

    /// <summary>Material, where it moves a by-product.</summary>
    public string? MaterialId { get; init; }

    /// <summary>Outlet (or converter port "converter/port") it leaves from, where it moves a by-product.</summary>
    public string? OutletId { get; init; }

    /// <summary>Inlet (or converter port) it enters, where it moves a by-product.</summary>
    public string? InletId { get; init; }

    /// <summary>Transport mode, where it moves a by-product.</summary>
    public string? TransportModeId { get; init; }

    /// <summary>Nodes passed, donor's site first.</summary>
    public IReadOnlyList<string> RouteNodeIds { get; init; } = [];

    /// <summary>Corridors passed, in that order.</summary>
    public IReadOnlyList<string> RouteCorridorIds { get; init; } = [];

    /// <summary>Length of the route, m.</summary>
    public double LengthM { get; init; }

    /// <summary>Largest flow delivered, kW (t/h for materials).</summary>
    public double PeakKw { get; init; }

    /// <summary>Amount delivered in the horizon, kWh (t for materials).</summary>
    public double Amount { get; init; }

    /// <summary>Cost of this coupling's share of pipes, stations and transport in the horizon, CNY.</summary>
    public decimal CostCny { get; init; }

    /// <summary>
    /// Utility, fuel, purchase and disposal cost it saves the two plants, at the baseline's average unit costs, for what
    /// flows beyond the baseline, CNY; an indication, not part of the total.
    /// </summary>
    public decimal SavingCny { get; init; }

    /// <summary>Emissions it avoids, reckoned likewise, t CO2e.</summary>
    public double AvoidedT { get; init; }

    /// <summary>The coupling exists today.</summary>
    public bool Existing { get; init; }
}
