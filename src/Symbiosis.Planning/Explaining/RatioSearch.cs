using System.Globalization;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Explaining;

/// <summary>The smallest ratio of what a coupling costs to what it delivers, from the plans found so far. See <see cref="PairExplainer"/> for the mathematics.</summary>
internal sealed class RatioSearch(Plan free, PairQuestion question, double leastAmount)
{
    private readonly double freeCny = (double)free.Summary!.CostCny;
    private Plan? best;
    private double amount;
    private double lowCny;
    private double highCny = double.PositiveInfinity;

    /// <summary>Missing worth per unit of the best plan so far, CNY/kWh (CNY/t); at most 0: it pays.</summary>
    public double MissingCny { get; private set; } = double.PositiveInfinity;

    /// <summary>Takes a plan that couples the pair; false where it holds none.</summary>
    public bool Add(Plan plan, double premiumCny)
    {
        var delivered = plan.Couplings.Where(question.IsAbout).Sum(coupling => coupling.Amount);
        if (plan.Summary is null || delivered <= 0)
            return false;

        var costCny = (double)plan.Summary.CostCny;
        if (plan.Proof?.DualBoundCny is { } bound)
            lowCny = Math.Max(lowCny, premiumCny - Math.Max(0, freeCny - bound) / leastAmount);
        highCny = Math.Min(highCny, (costCny - (free.Proof?.DualBoundCny ?? double.NegativeInfinity)) / delivered);
        if ((costCny - freeCny) / delivered < MissingCny)
            (best, amount, MissingCny) = (plan, delivered, (costCny - freeCny) / delivered);
        return true;
    }

    /// <summary>What the plans say.</summary>
    public PairExplanation Explain(double? worthTodayCny)
    {
        // Costs are decimals of two digits: a difference of one is no difference.
        var pays = MissingCny * amount <= 0.01;
        var coupling = best!.Couplings.Where(question.IsAbout).MaxBy(candidate => candidate.Amount);
        var explanation = new PairExplanation
        {
            Finding = pays ? PairFinding.Coupled : PairFinding.DoesNotPay,
            Reason = pays ? "" : "ECONOMICS",
            Fact = pays ? "A plan that couples it costs no more than the best plan found without it." : Fact(),
            Coupling = coupling,
            CoupledPlanCostCny = best.Summary!.CostCny,
        };
        return pays ? explanation : explanation with
        {
            BreakEven = new BreakEven
            {
                Amount = amount,
                MissingCny = MissingCny,
                MissingLowCny = Math.Clamp(lowCny, 0, MissingCny),
                MissingHighCny = Math.Max(highCny, MissingCny),
                LeastAmount = leastAmount,
                WorthTodayCny = worthTodayCny,
            },
        };
    }

    private string Fact()
    {
        var (unit, shown) = question.MaterialId is null ? ("MWh", amount / 1000) : ("t", amount);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"A plan that couples it with {shown:#,0} {unit} costs {MissingCny * amount:#,0} CNY more than the best plan: each {(question.MaterialId is null ? "kWh" : "t")} would have to be worth {MissingCny:0.####} CNY more.");
    }
}
