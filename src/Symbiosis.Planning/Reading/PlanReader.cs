using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Searching;

namespace Symbiosis.Planning.Reading;

/// <summary>Puts a plan together from the best solution and the baseline.</summary>
internal sealed class PlanReader(ParkModel model, SearchState state, SearchResult result)
{
    /// <summary>Reads the plan, without audit and proof.</summary>
    public Plan Read()
    {
        if (state.BestValues is not { } best)
            return new Plan { Outcome = Outcome.NoPlan };

        var values = new SolutionValues(best);
        var baseline = result.BaselineValues is { } today ? new SolutionValues(today) : null;
        var prices = new HeatPrices(model, baseline ?? values);
        var costs = CostReader.Read(model.Costs, values);
        var baselineCosts = baseline is null ? [] : CostReader.Read(model.Costs, baseline);
        var emissions = EmissionReader.Read(model.Emissions, values, baseline);
        var couplings = AgainstToday(new CouplingReader(model, values, prices).Read(), baseline is null ? [] : new CouplingReader(model, baseline, prices).Read());
        var equipment = OperationReader.Equipment(model, values);
        var links = OperationReader.Links(model, values);
        return new Plan
        {
            Outcome = state.IsClosed ? Outcome.Optimal : Outcome.Feasible,
            Summary = SummaryReader.Read(model, costs, baseline is null ? null : baselineCosts, emissions, equipment, links),
            Couplings = couplings,
            Links = links,
            Equipment = equipment,
            Costs = costs,
            BaselineCosts = baselineCosts,
            Emissions = emissions,
            Plants = Plants(costs, baselineCosts, emissions),
            Periods = OperationReader.Periods(model),
            Operation = OperationReader.Read(model, values),
            Uncoupled = new UncoupledReader(model, prices, couplings).Read(),
        };
    }

    private IReadOnlyList<PlantResult> Plants(IReadOnlyList<CostItem> costs, IReadOnlyList<CostItem> baselineCosts, IReadOnlyList<EmissionItem> emissions) =>
        [.. model.Park.Plants.Select(plant => new PlantResult
        {
            PlantId = plant.Id,
            CostCny = costs.Where(item => item.PlantId == plant.Id).Sum(item => item.Cny),
            BaselineCostCny = baselineCosts.Where(item => item.PlantId == plant.Id).Sum(item => item.Cny),
            EmissionsT = emissions.Where(item => item.PlantId == plant.Id).Sum(item => item.PlanT),
            BaselineEmissionsT = emissions.Where(item => item.PlantId == plant.Id).Sum(item => item.BaselineT),
        })];

    // What flows today saves nothing new: only the increase counts.
    private static IReadOnlyList<Coupling> AgainstToday(IReadOnlyList<Coupling> couplings, IReadOnlyList<Coupling> today)
    {
        var flowing = today.GroupBy(Pair).ToDictionary(same => same.Key, same => same.Sum(coupling => coupling.Amount));
        return [.. couplings.Select(coupling =>
        {
            var added = Math.Max(0, 1 - flowing.GetValueOrDefault(Pair(coupling)) / coupling.Amount);
            return coupling with { SavingCny = CostReader.Round((double)coupling.SavingCny * added), AvoidedT = coupling.AvoidedT * added };
        }).OrderByDescending(coupling => coupling.SavingCny - coupling.CostCny).ThenBy(coupling => coupling.Id, StringComparer.Ordinal)];

        static (string, string?, string?, string?) Pair(Coupling coupling) => (coupling.Id, coupling.OutletId, coupling.InletId, coupling.TransportModeId);
    }
}
