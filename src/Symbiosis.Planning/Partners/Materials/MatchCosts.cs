using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>What a match has to pay, thing by thing; the yearly costs add up to its running costs, the investments to its investment.</summary>
internal static class MatchCosts
{
    /// <summary>All costs that are not zero.</summary>
    public static IReadOnlyList<PartnerCost> Of(MaterialMatch match) => [.. All(match).Where(cost => cost.InvestmentCny != 0 || cost.YearlyCny != 0)];

    private static IEnumerable<PartnerCost> All(MaterialMatch match)
    {
        var terms = match.Case;
        yield return Yearly("handling", terms.Donor.ElementId, match.Tonnes * terms.Donor.HandlingCnyPerT, terms.Donor.Quality);
        foreach (var cost in OfHaul(terms.First, match.Tonnes))
            yield return cost;
        if (terms.Second is { } second)
        {
            foreach (var cost in OfHaul(second, match.Tonnes * terms.Yield))
                yield return cost;
        }

        if (terms.Treatment is { } treatment)
        {
            yield return Yearly("treatment", treatment.Converter.Id, match.Tonnes * ConversionCnyPerT(terms) + match.Outlay.OmCny, treatment.Intake.Quality) with
            {
                InvestmentCny = match.Outlay.Cny,
                Note = treatment.LeftOut,
            };
        }

        var quality = terms.Receiver?.Quality ?? Quality.Unspecified;
        yield return Yearly("treatment", terms.Receiver?.ElementId, match.Tonnes * (terms.TreatmentCnyPerT - ConversionCnyPerT(terms)), quality);
        yield return Yearly("treatment", terms.Receiver?.ElementId, match.BlendCny, quality) with { Note = "Bought input that keeps the blend within its limits, beyond what is bought today." };
    }

    private static double ConversionCnyPerT(MatchCase terms) =>
        terms.TreatmentCnyPerT - terms.Yield * Math.Max(0, terms.Acceptance?.TreatmentCnyPerT ?? 0);

    private static IEnumerable<PartnerCost> OfHaul(Haul haul, double tonnes)
    {
        yield return Yearly("transport", haul.ModeId, tonnes * haul.FreightCnyPerT, haul.Quality) with { Note = haul.Note };
        yield return Yearly("pumping", haul.ModeId, tonnes * haul.PumpingCnyPerT, haul.Quality);
        yield return Yearly("transport_link", haul.ModeId, MaterialMatch.OmOf(haul), haul.Quality) with { InvestmentCny = haul.LinkCny };
    }

    private static PartnerCost Yearly(string what, string? elementId, double cny, Quality quality) =>
        new() { What = what, ElementId = elementId, YearlyCny = cny, Quality = quality };
}
