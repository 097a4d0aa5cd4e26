namespace Symbiosis.Domain.Partners;

/// <summary>Heat that is offered or needed, from few numbers.</summary>
public sealed record HeatSubject
{
    /// <summary>Temperature at which it is available (offer) or up to which it is needed (need), deg C.</summary>
    public required double SupplyCelsius { get; init; }

    /// <summary>Temperature to which it can be cooled (offer) or from which it is warmed (need), deg C; absent: a typical one.</summary>
    public double? ReturnCelsius { get; init; }

    /// <summary>Heat flow, kW, while it runs.</summary>
    public required double HeatKw { get; init; }

    /// <summary>Hours in a year, (0, 8760]; absent: a typical number.</summary>
    public double? HoursPerYear { get; init; }

    /// <summary>24 factors over the day; empty: a typical shape for the hours.</summary>
    public IReadOnlyList<double> DayProfile { get; init; } = [];

    /// <summary>Contribution to the minimum approach temperature, K; absent: a typical one.</summary>
    public double? ApproachK { get; init; }

    /// <summary>An offer that must be cooled, whose cooling costs money today.</summary>
    public bool MustCool { get; init; }

    /// <summary>What the heat costs today (need), CNY/kWh; absent: a typical price.</summary>
    public double? PriceCnyPerKwh { get; init; }
}
