using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Explaining;

/// <summary>
/// Says why a pair of plants is not coupled, and how much more its flow would have to be worth.
/// <para>Missing worth: <c>min (cost(x) - C) / amount(x)</c> over all plans x that couple the pair with at least <see cref="LeastShare"/> of the most that
/// donor and receiver could exchange, C being the best plan's cost. A premium above it makes some plan that couples the pair cheaper than every plan
/// that does not. The smallest ratio is found by Dinkelbach's method (Management Science 13 (1967) 492): <c>min cost(x) - p amount(x)</c> with p the ratio of the plan before, until p
/// falls no more. Tiny amounts are left out because they carry the whole pipe.</para>
/// <para>Range: no plan costs less than the bound L of C, so <c>(cost(x) - L) / amount(x)</c> is enough for the x found. And with the bound B of
/// <c>cost - p amount</c> every x misses at least <c>p - (C - B) / least amount</c>.</para>
/// Holds no state between calls; calls may run at the same time.
/// </summary>
public sealed class PairExplainer(ISolverEngine engine)
{
    /// <summary>Smallest amount looked at, as share of the most that donor and receiver could exchange.</summary>
    public const double LeastShare = 0.1;

    private const int MaxRatioSearchCount = 3;

    // Ratios of a search that cannot tell plans apart by less.
    private const double RatioTolerance = 1e-6;

    /// <summary>Explains.</summary>
    /// <param name="park">A park that was validated.</param>
    /// <param name="scenario">What is changed and decided; null: nothing.</param>
    /// <param name="question">The pair; its ids exist in the park.</param>
    /// <param name="options">The gap holds for each of the at most five searches, the time limit for all of them together.</param>
    /// <param name="stop">Ends it with what is known.</param>
    /// <exception cref="SolverException">The engine failed.</exception>
    /// <exception cref="PlanningFault">The optimiser contradicts itself.</exception>
    public PairExplanation Explain(Park park, Scenario? scenario, PairQuestion question, PlanOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        var search = new CoupledSearch(new Planner(engine), park, scenario, question, options, stop);
        var free = search.Free(timeShare: 0.4);
        if (free.Plan.Outcome == Outcome.Infeasible)
            return Impossible("INFEASIBLE", $"The park has no feasible plan at all. {free.Plan.Shortfalls[0].Sentence}");
        if (free.Plan.Summary is not { } best)
            return Undecided("The search ended before any plan was found.");
        if (Asked(free.Plan, question) is { } coupling)
            return new PairExplanation { Finding = PairFinding.Coupled, Coupling = coupling, PlanCostCny = best.CostCny, CoupledPlanCostCny = best.CostCny };

        var obstacle = new PairObstacle(free, question);
        var explanation = obstacle.Find() is { } pair
            ? Impossible(pair.Reason, pair.Fact)
            : Priced(search, question, free.Plan, obstacle);
        return explanation with { PlanCostCny = best.CostCny };
    }

    private static PairExplanation Priced(CoupledSearch search, PairQuestion question, Plan free, PairObstacle obstacle)
    {
        var least = LeastShare * obstacle.LargestAmount();
        if (search.IsOver)
            return Undecided("The search ended before a plan with the pair was looked for.");

        var first = search.Coupled(least, premiumCny: 0, timeShare: 0.4);
        if (first.Outcome == Outcome.Infeasible)
        {
            // Pipes or the plants' own needs leave less than the two could exchange: half of what is left is asked for.
            var possible = least - (first.Shortfalls.FirstOrDefault(shortfall => shortfall.FieldPath.StartsWith("scenario.couplings", StringComparison.Ordinal))?.Missing ?? least);
            if (possible < 1e-3 * least)
                return Impossible("INFEASIBLE", $"No plan can couple the pair. {first.Shortfalls[0].Sentence}");
            least = possible / 2;
            first = search.Coupled(least, premiumCny: 0, timeShare: 0.5);
        }

        var ratio = new RatioSearch(free, question, least);
        if (!ratio.Add(first, premiumCny: 0))
            return Undecided("The search ended before a plan with the pair was found.");

        for (var left = MaxRatioSearchCount; left > 0 && ratio.MissingCny > 0 && !search.IsOver; left--)
        {
            var premium = ratio.MissingCny;
            var plan = search.Coupled(least, premium, timeShare: 1.0 / left);
            if (!ratio.Add(plan, premium) || ratio.MissingCny > premium * (1 - RatioTolerance))
                break;
        }

        return ratio.Explain(obstacle.WorthToday());
    }

    private static Coupling? Asked(Plan plan, PairQuestion question) => plan.Couplings.Where(question.IsAbout).MaxBy(coupling => coupling.Amount);

    private static PairExplanation Impossible(string reason, string fact) => new() { Finding = PairFinding.Impossible, Reason = reason, Fact = fact };

    private static PairExplanation Undecided(string fact) => new() { Finding = PairFinding.Undecided, Reason = "TIME_LIMIT", Fact = fact };
}
