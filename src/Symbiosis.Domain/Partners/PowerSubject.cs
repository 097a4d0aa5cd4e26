namespace Symbiosis.Domain.Partners;

/// <summary>Electric power that is offered or needed, from few numbers.</summary>
public sealed record PowerSubject
{
    /// <summary>Power, kW, while it runs.</summary>
    public required double PowerKw { get; init; }

    /// <summary>Hours in a year, (0, 8760]; absent: a typical number.</summary>
    public double? HoursPerYear { get; init; }

    /// <summary>24 factors over the day; empty: a typical shape for the hours.</summary>
    public IReadOnlyList<double> DayProfile { get; init; } = [];

    /// <summary>What it earns (offer) or costs (need) today, CNY/kWh; absent: the park's.</summary>
    public double? PriceCnyPerKwh { get; init; }
}
