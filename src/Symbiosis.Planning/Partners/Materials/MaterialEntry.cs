using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>What is known so far of one plant: its best match, or what came closest to one.</summary>
internal sealed class MaterialEntry(IndexedPark park, IndexedPlant view)
{
    private Func<RuledOutPartner>? closest;
    private (int Rank, double Missing, string Flow) closeness = (-1, 0, "");

    /// <summary>Park.</summary>
    public IndexedPark Park => park;

    /// <summary>Plant as it is seen.</summary>
    public IndexedPlant View => view;

    /// <summary>Best match that pays; null: none.</summary>
    public MaterialMatch? Best { get; private set; }

    /// <summary>Offers a match that pays; the larger gain stays, then the first by the names of the elements, so that no order matters.</summary>
    public void Take(MaterialMatch match)
    {
        if (Best is not { } best || match.GainCny > best.GainCny || (match.GainCny == best.GainCny && string.CompareOrdinal(NameOf(match), NameOf(best)) < 0))
            Best = match;
    }

    /// <summary>Notes why a flow is ruled out; the reason that came closest to a match stays.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="missing">How far it is from paying, the smaller the closer; 0 for all reasons but economics.</param>
    /// <param name="flowId">Material.</param>
    /// <param name="write">Writes the entry.</param>
    public void RuleOut(PartnerReason reason, double missing, string flowId, Func<RuledOutPartner> write)
    {
        var rank = Rank(reason);
        var isCloser = rank > closeness.Rank
            || (rank == closeness.Rank && (missing < closeness.Missing || (missing == closeness.Missing && string.CompareOrdinal(flowId, closeness.Flow) < 0)));
        if (isCloser)
            (closest, closeness) = (write, (rank, missing, flowId));
    }

    /// <summary>Whether the plant was looked at and has no match.</summary>
    public bool IsRuledOut => Best is null && closest is not null;

    /// <summary>Order of partners: the larger gain first, then by park and plant.</summary>
    public static int CompareGain(MaterialEntry first, MaterialEntry second)
    {
        var byGain = second.Best!.GainCny.CompareTo(first.Best!.GainCny);
        return byGain != 0 ? byGain : ComparePlace(first, second);
    }

    /// <summary>Whether one ruled-out plant came closer than another: below 0 if the first did.</summary>
    public static int CompareCloseness(MaterialEntry first, MaterialEntry second)
    {
        var byRank = second.closeness.Rank.CompareTo(first.closeness.Rank);
        var byMissing = byRank != 0 ? byRank : first.closeness.Missing.CompareTo(second.closeness.Missing);
        return byMissing != 0 ? byMissing : ComparePlace(first, second);
    }

    /// <summary>Why the plant is ruled out; null: it has a match, or nothing is known.</summary>
    public RuledOutPartner? RuledOut() => Best is null ? closest?.Invoke() : null;

    private static int ComparePlace(MaterialEntry first, MaterialEntry second)
    {
        var byPark = string.CompareOrdinal(first.Park.Park.Id, second.Park.Park.Id);
        return byPark != 0 ? byPark : string.CompareOrdinal(first.View.Plant.Id, second.View.Plant.Id);
    }

    private static string NameOf(MaterialMatch match) => $"{match.Case.Donor.ElementId}>{match.Case.Treatment?.Intake.ElementId}>{match.Case.Receiver?.ElementId}:{match.Case.First.ModeId}";

    private static int Rank(PartnerReason reason) => reason switch
    {
        PartnerReason.NotAccepted => 0,
        PartnerReason.NoRoute => 1,
        PartnerReason.Hazard => 2,
        PartnerReason.Distance => 3,
        PartnerReason.Timing => 4,
        PartnerReason.Quality => 5,
        _ => 6,
    };
}
