using System.Globalization;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Api.Writing;

/// <summary>The only way from a <see cref="PairExplanation"/> to a message.</summary>
public static class ExplanationWriter
{
    /// <summary>The explanation as a message.</summary>
    public static V1.ExplainResponse Write(PairExplanation value)
    {
        var message = new V1.ExplainResponse
        {
            Finding = (V1.PairFinding)value.Finding,
            Reason = value.Reason,
            Fact = value.Fact,
            PlanCostCny = Money(value.PlanCostCny),
            CoupledPlanCostCny = Money(value.CoupledPlanCostCny),
        };
        if (value.Coupling is not null) message.Coupling = PlanMapping.Write(value.Coupling);
        if (value.BreakEven is not null) message.BreakEven = Write(value.BreakEven);
        return message;
    }

    private static V1.BreakEven Write(BreakEven value)
    {
        var message = new V1.BreakEven
        {
            Amount = value.Amount,
            MissingCny = value.MissingCny,
            MissingLowCny = value.MissingLowCny,
            MissingHighCny = value.MissingHighCny,
            LeastAmount = value.LeastAmount,
        };
        if (value.WorthTodayCny is { } worth) message.WorthTodayCny = worth;
        if (value.BreakEvenCny is { } price) message.BreakEvenCny = price;
        return message;
    }

    private static string Money(decimal? amount) => amount?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
}
