namespace Symbiosis.Domain.Plans;

/// <summary>State of the search at a moment.</summary>
public sealed record TracePoint
{
    /// <summary>Since the start, s.</summary>
    public double Seconds { get; init; }

    /// <summary>Stage.</summary>
    public string Stage { get; init; } = "";

    /// <summary>Best plan so far, CNY.</summary>
    public double? IncumbentCny { get; init; }

    /// <summary>Proven limit so far, CNY.</summary>
    public double? BoundCny { get; init; }
}
