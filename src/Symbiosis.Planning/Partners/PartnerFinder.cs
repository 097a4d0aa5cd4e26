using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;
using Symbiosis.Planning.Partners.Energy;
using Symbiosis.Planning.Partners.Privacy;
using Symbiosis.Planning.Partners.Subjects;

namespace Symbiosis.Planning.Partners;

/// <summary>Answers who could take an offer or serve a need, and whether it is worth a talk. Needs no engine. Thread-safe.</summary>
public sealed class PartnerFinder(PartnerIndex index)
{
    /// <summary>Ranks partners by their yearly gain.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="viewer">Through whose eyes; figures of plants that are neither public nor the viewer's are ranges or left out.</param>
    /// <returns>The answer, or all faults of the question with paths from "request".</returns>
    public Validated<PartnerAnswer> Find(PartnerQuestion question, PartnerViewer viewer)
    {
        var reader = new TradeReader(index, viewer);
        if (reader.Read(question) is not { } trades)
            return Validated<PartnerAnswer>.Create(null, reader.Faults);

        var findings = trades.Materials.Select(trade => index.Materials.Find(trade, viewer, question.Limit, question.RuledOutLimit)).ToList();
        var contacts = ContactList.Of(index.Parks, question, viewer);
        var partners = new List<Partner>(findings.SelectMany(found => found.Partners));
        var ruledOut = new List<RuledOutPartner>(findings.SelectMany(found => found.RuledOut));
        var (partnerCount, ruledOutCount) = (findings.Sum(found => found.PartnerCount) + contacts.Count, findings.Sum(found => found.RuledOutCount));
        if (trades.Energy is { } energy)
        {
            var found = FindEnergy(energy, viewer, question, partners, ruledOut);
            partnerCount += found.Options.Count;
            ruledOutCount += found.Obstacles.Count;
        }

        return Validated<PartnerAnswer>.Create(
            new PartnerAnswer
            {
                Side = trades.Side,
                Partners = [.. partners.OrderByDescending(partner => partner.YearlyGainCny.Typical).ThenBy(partner => partner.PlantId, StringComparer.Ordinal).Concat(contacts).Take(question.Limit)],
                RuledOut = [.. ruledOut.OrderByDescending(partner => partner.Reason == PartnerReason.Economics).Take(question.RuledOutLimit)],
                PartnerCount = partnerCount,
                RuledOutCount = ruledOutCount,
                Filled = [.. trades.Filled, .. findings.SelectMany(found => found.Filled)],
                Assumptions = Assumptions(trades),
            },
            []);
    }

    private EnergyFindings FindEnergy(EnergyTrade trade, PartnerViewer viewer, PartnerQuestion question, List<Partner> partners, List<RuledOutPartner> ruledOut)
    {
        using var market = new EnergyMarket(index.Energy.First(book => book.Park == trade.Place.Home));
        var found = market.Find(trade, viewer, question.Limit);
        var writer = new EnergyPartnerWriter(trade, trade.Place.Home, index.Typical);
        partners.AddRange(found.Options.Take(question.Limit).Select(pair => writer.Write(pair.Plant, market.Detail(pair.Option), found.Sharers)));
        ruledOut.AddRange(found.Obstacles.Take(question.RuledOutLimit).Select(obstacle => writer.Write(obstacle.Plant, obstacle.Obstacle)));
        return found;
    }

    private List<Assumption> Assumptions(Trades trades)
    {
        var assumptions = new List<Assumption>
        {
            new() { Name = "investment_range", Value = index.Typical.InvestmentRange().Value, Quality = index.Typical.InvestmentRange().Quality, Note = index.Typical.InvestmentRange().Note },
            new() { Name = "price_range", Value = index.Typical.PriceRange().Value, Quality = index.Typical.PriceRange().Quality, Note = index.Typical.PriceRange().Note },
        };
        var economics = trades.Home.Park.Economics;
        assumptions.Add(new Assumption { Name = "discount_rate", Value = new Estimate(economics.DiscountRate, economics.DiscountRate, economics.DiscountRate), Unit = "1/a", Note = $"Park {trades.Home.Park.Id}." });
        assumptions.Add(new Assumption
        {
            Name = "npv_years",
            Value = new Estimate(economics.DefaultLifetimeYears, economics.DefaultLifetimeYears, economics.DefaultLifetimeYears),
            Unit = "a",
            Note = "The park's default lifetime; what wears out earlier is bought again at the same cost.",
        });
        return assumptions;
    }
}
