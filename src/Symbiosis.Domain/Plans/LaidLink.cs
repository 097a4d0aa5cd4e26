namespace Symbiosis.Domain.Plans;

/// <summary>A pipe or cable.</summary>
public sealed record LaidLink
{
    /// <summary>Corridor it lies in.</summary>
    public string CorridorId { get; init; } = "";

    /// <summary>Carrier.</summary>
    public string CarrierId { get; init; } = "";

    /// <summary>Size.</summary>
    public string SizeId { get; init; } = "";

    /// <summary>Capacity, kW.</summary>
    public double CapacityKw { get; init; }

    /// <summary>Length, m.</summary>
    public double LengthM { get; init; }

    /// <summary>It exists today.</summary>
    public bool Existing { get; init; }

    /// <summary>Largest flow, kW.</summary>
    public double PeakKw { get; init; }

    /// <summary>Heat lost in the horizon, kWh.</summary>
    public double LossKwh { get; init; }

    /// <summary>Investment paid once, CNY, without civil works.</summary>
    public decimal InvestmentCny { get; init; }
}
