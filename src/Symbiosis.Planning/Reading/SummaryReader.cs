using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Reading;

/// <summary>Totals of a plan.</summary>
internal static class SummaryReader
{
    private static readonly string[] CapitalCategories = ["investment", "om"];

    /// <summary>Adds up what the plan's parts say.</summary>
    public static Summary Read(
        ParkModel model, IReadOnlyList<CostItem> costs, IReadOnlyList<CostItem>? baselineCosts, IReadOnlyList<EmissionItem> emissions,
        IReadOnlyList<EquipmentSize> equipment, IReadOnlyList<LaidLink> links)
    {
        var cost = costs.Sum(item => item.Cny);
        var baseline = baselineCosts?.Sum(item => item.Cny);
        var investment = equipment.Sum(size => size.InvestmentCny) + links.Sum(link => link.InvestmentCny);
        var earned = baseline - cost + costs.Where(IsCapital).Sum(item => item.Cny) - (baselineCosts?.Where(IsCapital).Sum(item => item.Cny) ?? 0);
        double Scope(int scope, Func<EmissionItem, double> tonnes) => emissions.Where(item => item.Scope == scope).Sum(tonnes);
        return new Summary
        {
            CostCny = cost,
            BaselineCostCny = baseline,
            SavingCny = baseline - cost,
            InvestmentCny = investment,
            SimplePaybackYears = earned > 0 && investment > 0 ? (double)(investment / earned.Value) * model.Horizon.YearlyChargeFactor : null,
            Scope1T = Scope(1, item => item.PlanT),
            Scope2T = Scope(2, item => item.PlanT),
            InputsT = Scope(3, item => item.PlanT),
            BaselineScope1T = Scope(1, item => item.BaselineT),
            BaselineScope2T = Scope(2, item => item.BaselineT),
            BaselineInputsT = Scope(3, item => item.BaselineT),
            AvoidedT = baselineCosts is null ? 0 : emissions.Sum(item => item.BaselineT - item.PlanT),
            BaselineGrossCostCny = CostReader.Gross(baselineCosts ?? costs),
            HorizonHours = model.Horizon.HorizonHours,
        };
    }

    private static bool IsCapital(CostItem item) => CapitalCategories.Contains(item.Category);
}
