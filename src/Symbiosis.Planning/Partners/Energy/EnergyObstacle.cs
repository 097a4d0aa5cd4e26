using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Why a plant cannot be a partner over a carrier, or does not pay. The larger the rank, the closer it came.</summary>
/// <param name="Reason">Reason.</param>
/// <param name="Lane">Carrier that came closest; null: none did.</param>
/// <param name="LengthM">Length of the way, where it matters.</param>
/// <param name="Match">The match that does not pay.</param>
internal sealed record EnergyObstacle(PartnerReason Reason, CarrierLane? Lane, double LengthM, PairMatch? Match)
{
    /// <summary>How close it came; among matches that do not pay, the one that loses least per kWh came closest.</summary>
    public double Rank => Reason switch
    {
        PartnerReason.Economics => 10 + 1 / (1 - Match!.GainCny / Match.YearlyKwh),
        PartnerReason.Timing => 5,
        PartnerReason.Distance => 4,
        PartnerReason.NoRoute => 3,
        PartnerReason.NotAccepted => 2,
        _ => 1,
    };
}
