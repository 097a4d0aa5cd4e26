namespace Symbiosis.Domain.Plans;

/// <summary>A pair that could have been coupled and was not.</summary>
public sealed record UncoupledPair
{
    /// <summary>Donor.</summary>
    public string FromPlantId { get; init; } = "";

    /// <summary>Receiver.</summary>
    public string ToPlantId { get; init; } = "";

    /// <summary>Carrier or material.</summary>
    public string FlowId { get; init; } = "";

    /// <summary>Reason code: TEMPERATURE, DISTANCE, NO_ROUTE, QUALITY, HAZARD, TIMING, FORBIDDEN, ECONOMICS.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The fact behind it, in a sentence.</summary>
    public string Fact { get; init; } = "";
}
