using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Planning.Explaining;
using Symbiosis.TestKit;

namespace Symbiosis.Planning.Tests.Explaining;

/// <summary>What holds for every break-even, tried on random parks.</summary>
public sealed class BreakEvenLawTests(HighsFixture highs) : IClassFixture<HighsFixture>
{
    private const int SeedCount = 8;

    [Fact]
    public void Explain_UncoupledPairs_NoAmountMissesLessThanTheRange()
    {
        var priced = 0;
        foreach (var seed in Enumerable.Range(1, SeedCount))
        {
            var park = RandomParks.Create(seed, new RandomParkOptions { MaxPlantCount = 4, MaxPeriodCount = 2 });
            var plan = ProvenPlans.Search(highs.Engine, park);
            if (plan.Uncoupled.FirstOrDefault(candidate => candidate.Reason == "ECONOMICS") is not { } pair)
                continue;

            var isMaterial = park.Materials.Any(material => material.Id == pair.FlowId);
            var question = new PairQuestion
            {
                FromPlantId = pair.FromPlantId,
                ToPlantId = pair.ToPlantId,
                CarrierId = isMaterial ? null : pair.FlowId,
                MaterialId = isMaterial ? pair.FlowId : null,
            };
            var explanation = new PairExplainer(highs.Engine).Explain(park, null, question, new PlanOptions { Gap = 1e-6 }, TestContext.Current.CancellationToken);
            if (explanation.Finding != PairFinding.DoesNotPay)
                continue;

            priced++;
            var breakEven = explanation.BreakEven!;
            Assert.True(breakEven.MissingLowCny >= 0 && breakEven.MissingLowCny <= breakEven.MissingCny && breakEven.MissingCny <= breakEven.MissingHighCny, $"seed {seed}: {breakEven}");
            foreach (var amount in new[] { breakEven.LeastAmount, breakEven.Amount, 1.5 * breakEven.Amount })
                AssertMissesAtLeast(seed, park, plan, question, amount, breakEven);
        }

        Assert.True(priced >= 3, $"Only {priced} pairs were priced.");
    }

    private void AssertMissesAtLeast(int seed, Park park, Plan free, PairQuestion question, double amount, BreakEven breakEven)
    {
        var rule = new CouplingRule
        {
            Kind = RuleKind.Require,
            FromPlantId = question.FromPlantId,
            ToPlantId = question.ToPlantId,
            CarrierId = question.CarrierId,
            MaterialId = question.MaterialId,
            MinAmount = amount,
        };
        var coupled = ProvenPlans.Search(highs.Engine, park, new Scenario { Id = "asked", Couplings = [rule] });
        if (coupled.Outcome == Outcome.Infeasible)
            return;

        var delivered = coupled.Couplings.Where(question.IsAbout).Sum(coupling => coupling.Amount);
        var missing = (ProvenPlans.CostCny(coupled) - ProvenPlans.CostCny(free)) / delivered;
        var tolerance = 2 * ProvenPlans.ToleranceCny(free) / delivered;
        Assert.True(missing >= breakEven.MissingCny - tolerance, $"seed {seed}: {missing} CNY are missing with {delivered}, less than {breakEven.MissingCny}");
    }
}
