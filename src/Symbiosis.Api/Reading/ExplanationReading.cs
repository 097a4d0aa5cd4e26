using Symbiosis.Domain.Plans;

namespace Symbiosis.Api.Reading;

/// <summary>The way back of <see cref="Writing.ExplanationWriter"/>, for clients of a server.</summary>
public static class ExplanationReading
{
    /// <summary>The explanation.</summary>
    public static PairExplanation Read(V1.ExplainResponse message) => new()
    {
        Finding = (PairFinding)message.Finding,
        Reason = message.Reason,
        Fact = message.Fact,
        Coupling = message.Coupling is null ? null : PlanReading.Read(message.Coupling),
        BreakEven = message.BreakEven is not { } found ? null : new BreakEven
        {
            Amount = found.Amount,
            MissingCny = found.MissingCny,
            MissingLowCny = found.MissingLowCny,
            MissingHighCny = found.MissingHighCny,
            LeastAmount = found.LeastAmount,
            WorthTodayCny = found.HasWorthTodayCny ? found.WorthTodayCny : null,
        },
        PlanCostCny = PlanReading.MoneyOrNull(message.PlanCostCny),
        CoupledPlanCostCny = PlanReading.MoneyOrNull(message.CoupledPlanCostCny),
    };
}
