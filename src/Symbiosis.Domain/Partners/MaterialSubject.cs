using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Partners;

/// <summary>A material that is offered or needed, from few numbers.</summary>
public sealed record MaterialSubject
{
    /// <summary>Material as the parks call it.</summary>
    public required string MaterialId { get; init; }

    /// <summary>Composition where it differs from the material's.</summary>
    public IReadOnlyList<Content> Composition { get; init; } = [];

    /// <summary>Flow, t/h, while it runs.</summary>
    public required double FlowTPerH { get; init; }

    /// <summary>Hours in a year, (0, 8760]; absent: a typical number.</summary>
    public double? HoursPerYear { get; init; }

    /// <summary>24 factors over the day; empty: a typical shape for the hours.</summary>
    public IReadOnlyList<double> DayProfile { get; init; } = [];

    /// <summary>Hazard class where the parks do not know the material, or a stricter one.</summary>
    public HazardClass Hazard { get; init; }

    /// <summary>What disposing of it costs today (offer), CNY/t; absent: a typical cost.</summary>
    public double? DisposalCnyPerT { get; init; }

    /// <summary>What it costs to buy today (need), CNY/t; absent: a typical price.</summary>
    public double? PriceCnyPerT { get; init; }

    /// <summary>Limits on what is taken (need).</summary>
    public IReadOnlyList<QualityLimit> Limits { get; init; } = [];
}
