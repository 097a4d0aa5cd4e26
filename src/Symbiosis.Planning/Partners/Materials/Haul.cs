using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Routing;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>A way with a mode over which a material can travel.</summary>
internal sealed record Haul
{
    /// <summary>Between two elements of one site: nothing travels.</summary>
    public static readonly Haul OnSite = new() { Quality = Quality.Measured };

    /// <summary>Mode; absent on one site, and for a typical lorry.</summary>
    public string? ModeId { get; init; }

    /// <summary>Whether anything has to travel at all.</summary>
    public bool IsOnSite => ReferenceEquals(this, OnSite);

    /// <summary>Length, m.</summary>
    public double LengthM { get; init; }

    /// <summary>The length is a straight line times a detour factor.</summary>
    public bool IsStraightLine { get; init; }

    /// <summary>Freight, loading and unloading, CNY/t.</summary>
    public double FreightCnyPerT { get; init; }

    /// <summary>Power of a conveyor or pipe, CNY/t.</summary>
    public double PumpingCnyPerT { get; init; }

    /// <summary>CO2, kg/t.</summary>
    public double Co2KgPerT { get; init; }

    /// <summary>Investment of a link of its own, CNY.</summary>
    public double LinkCny { get; init; }

    /// <summary>Yearly payment per CNY of that, 1/a.</summary>
    public double LinkAnnuity { get; init; }

    /// <summary>Operation and maintenance per CNY of that, 1/a.</summary>
    public double LinkOmFraction { get; init; }

    /// <summary>Capacity, t/h.</summary>
    public double CapacityTPerH { get; init; } = double.PositiveInfinity;

    /// <summary>How much its figures can be trusted.</summary>
    public Quality Quality { get; init; }

    /// <summary>Where they come from, where the park does not say it.</summary>
    public string Note { get; init; } = "";

    /// <summary>Ways it was read from; null: no corridors are passed.</summary>
    public RouteTree? Tree { get; init; }

    /// <summary>Node of the tree at its other end.</summary>
    public int Node { get; init; }

    /// <summary>Cost of a tonne, CNY/t, without the link.</summary>
    public double CnyPerT => FreightCnyPerT + PumpingCnyPerT;
}
