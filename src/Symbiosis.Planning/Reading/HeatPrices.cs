using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Reading;

/// <summary>What heat, cooling, power and CO2 cost a plant on average today; indications for savings of single couplings.</summary>
internal sealed class HeatPrices
{
    private readonly Dictionary<string, UnitPrices> prices = [];

    /// <summary>Averages over the baseline (over the plan, where the baseline cannot run).</summary>
    public HeatPrices(ParkModel model, SolutionValues values)
    {
        var costs = CostReader.Read(model.Costs, values);
        var emissions = EmissionReader.Read(model.Emissions, values, null);
        var operation = OperationReader.Read(model, values);
        foreach (var plant in model.Park.Plants)
        {
            double Kwh(string prefix) => operation.Where(series => series.PlantId == plant.Id && series.Quantity.StartsWith(prefix, StringComparison.Ordinal))
                .Sum(series => series.Values.Select((value, t) => value * model.Horizon.Hours[t]).Sum());
            double Cny(string part, string? category = null) => (double)costs
                .Where(item => item.PlantId == plant.Id && item.FieldPath.Contains(part, StringComparison.Ordinal) && (category is null || item.Category == category)).Sum(item => item.Cny);
            double Tonnes(string part) => emissions.Where(item => item.PlantId == plant.Id && item.FieldPath.Contains(part, StringComparison.Ordinal)).Sum(item => item.PlanT);

            var (hot, cold, power) = (Kwh("hot_utility:"), Kwh("cold_utility:"), Kwh("import:"));
            prices.Add(plant.Id, new UnitPrices(
                Per(Cny(".hot_utilities["), hot), Per(Tonnes(".hot_utilities["), hot), Per(Cny(".cold_utilities["), cold),
                Per(Cny("park.tariffs[", "power"), power), Per(Tonnes("park.tariffs["), power)));
        }
    }

    /// <summary>Averages of a plant.</summary>
    public UnitPrices Of(Plant plant) => prices[plant.Id];

    private static double Per(double amount, double kwh) => kwh > 1e-6 ? amount / kwh : 0;
}
