using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>A second plant for what the best partner leaves.</summary>
/// <param name="First">The best partner's entry.</param>
/// <param name="Second">The second plant's entry.</param>
/// <param name="Match">What it takes or gives of the rest.</param>
internal sealed record SecondTaker(MaterialEntry First, MaterialEntry Second, MaterialMatch Match)
{
    // Those that gain most alone are looked at; one further down could only win by fitting into gaps that all of them leave.
    private const int CandidateCount = 8;
    private const double LeastShareLeft = 0.01;

    /// <summary>The second plant that gains most; null: nothing is left, or nobody gains by it.</summary>
    /// <param name="trade">What is offered or needed.</param>
    /// <param name="ranked">Plants that pay, those that gain most first.</param>
    public static SecondTaker? Find(MaterialTrade trade, IReadOnlyList<MaterialEntry> ranked)
    {
        if (ranked.Count < 2 || Rest(trade, ranked[0].Best!) is not { } rest)
            return null;

        var best = (SecondTaker?)null;
        foreach (var entry in ranked.Skip(1).Take(CandidateCount))
        {
            if (entry.Park != ranked[0].Park || Again(trade, ranked[0].Best!, entry.Best!.Case, rest) is not { } match)
                continue;
            var reckoned = MatchReckoner.Reckon(match);
            if (reckoned.Tonnes > 0 && reckoned.GainCny > (best?.Match.GainCny ?? 0))
                best = new SecondTaker(ranked[0], entry, reckoned);
        }

        return best;
    }

    private static double[]? Rest(MaterialTrade trade, MaterialMatch first)
    {
        var terms = first.Case;
        var perTonne = trade.Side == PartnerSide.Offer ? 1 : terms.Yield * (terms.Acceptance?.Displacement ?? 1);
        var whole = trade.Side == PartnerSide.Offer ? terms.Donor.Flow : terms.Receiver?.Need;
        if (whole is null)
            return null;

        double[] rest = [.. whole.Select((value, t) => Math.Max(0, value - first.Flow[t] * perTonne))];
        return rest.Sum() > LeastShareLeft * whole.Sum() ? rest : null;
    }

    private static MatchCase? Again(MaterialTrade trade, MaterialMatch first, MatchCase second, double[] rest)
    {
        // One treatment cannot work for both at once.
        if (second.Treatment is not null && second.Treatment.Converter == first.Case.Treatment?.Converter)
            return null;
        if (trade.Side == PartnerSide.Offer)
            return second with { Offered = rest };
        if (second.Receiver is not { } receiver || second.Acceptance is not { } acceptance || ReferenceEquals(first.Case.Donor, second.Donor))
            return null;

        var (given, givenTerms) = (first.Case, first.Case.Acceptance!);
        var share = first.Flow.Select((flow, t) => receiver.Need[t] > 0 ? flow * given.Yield * givenTerms.Displacement / receiver.Need[t] : 0).Max();
        var besides = new BlendShare(Math.Min(1, share), givenTerms.Displacement, given.Product?.Composition ?? given.Donor.Composition);
        var blends = Blend.Options(receiver, acceptance.Displacement, second.Product?.Composition ?? second.Donor.Composition, besides);
        if (!blends.Any(option => option.Purchase == given.Blend.Purchase))
            return null;

        var left = acceptance.MaterialId == givenTerms.MaterialId ? Math.Max(0, acceptance.MaxShare - share) : acceptance.MaxShare;
        return second with
        {
            Open = rest,
            Acceptance = acceptance with { MaxShare = left },
            Blend = blends.First(option => option.Purchase == given.Blend.Purchase),
            TodayPurchase = given.Blend.Purchase,
        };
    }
}
