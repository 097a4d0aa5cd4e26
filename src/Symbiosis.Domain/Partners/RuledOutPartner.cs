using Symbiosis.Domain.Plans;

namespace Symbiosis.Domain.Partners;

/// <summary>A plant that was looked at and ruled out.</summary>
public sealed record RuledOutPartner
{
    /// <summary>Park.</summary>
    public required string ParkId { get; init; }

    /// <summary>Plant.</summary>
    public required string PlantId { get; init; }

    /// <summary>How much is shown.</summary>
    public DisclosureLevel Disclosure { get; init; }

    /// <summary>What would flow.</summary>
    public CouplingKind Kind { get; init; }

    /// <summary>Carrier or material that came closest.</summary>
    public string? FlowId { get; init; }

    /// <summary>Why.</summary>
    public PartnerReason Reason { get; init; }

    /// <summary>The fact behind it.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>Price at which it would pay, CNY/kWh of heat (CNY/t): with <see cref="PartnerReason.Economics"/>.</summary>
    public double? BreakEvenCny { get; init; }

    /// <summary>Price today in the same unit.</summary>
    public double? PriceTodayCny { get; init; }
}
