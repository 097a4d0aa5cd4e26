using Symbiosis.Domain.Scenarios;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>Amounts that contracts and the scenario ask for.</summary>
internal static class RequirementBlock
{
    /// <summary>Adds <c>amount >= least</c> for a required coupling; free in the baseline.</summary>
    public static void AddAtLeast(FormulationContext context, CouplingRule rule, LinearExpression amount, double least)
    {
        var index = context.Scenario!.Couplings.ToList().IndexOf(rule);
        if (context.Options.Premium is { } premium && premium.Rule == rule)
            context.PremiumCny.Add(amount, premium.CnyPerUnit);
        if (context.IsElastic)
        {
            var missing = context.Builder.AddVariable($"missing[rule{index}]", 0, least);
            amount.Add(missing);
            var (element, unit) = rule.MaterialId is { } material ? (material, "t") : (rule.CarrierId ?? "", "kWh");
            context.Stretches.Add(new Stretch($"scenario.couplings[{index}]", rule.ToPlantId ?? "", element, StretchKind.Coupling, unit, 1, [missing]));
        }

        context.DecisionRows.Add(context.Builder.AddRow($"required[{index}]", amount, least, double.PositiveInfinity));
    }

    /// <summary>Adds <c>flow[t] >= least[t]</c> for every contract.</summary>
    public static void AddContracts(FormulationContext context)
    {
        foreach (var contract in context.Park.Contracts.Where(contract => context.ContractLeast.ContainsKey(contract.Id)))
        {
            var least = context.ContractLeast[contract.Id];
            for (var t = 0; t < context.PeriodCount; t++)
                context.Builder.AddRow($"contract[{contract.Id},t={t}]", FormulationContext.Total(context.ContractFlow, (contract.Id, t)), least[t], double.PositiveInfinity);
        }
    }
}
