using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Reading;

/// <summary>Operation, sizes and pipes of a solution.</summary>
internal static class OperationReader
{
    // Below this share of a series' or size's own scale a value is the engine's rounding.
    private const double Dust = 1e-7;

    /// <summary>Series over the periods; those that stay zero are left out.</summary>
    public static IReadOnlyList<OperationSeries> Read(ParkModel model, SolutionValues values)
    {
        var read = new List<OperationSeries>();
        foreach (var series in model.Series)
        {
            var numbers = new double[series.Values.Length];
            var largest = 0.0;
            for (var t = 0; t < numbers.Length; t++)
            {
                var value = values.Of(series.Values[t]);
                numbers[t] = Math.Abs(value) < Dust ? 0 : value * series.PerUnit;
                largest = Math.Max(largest, Math.Abs(numbers[t]));
            }

            if (largest > 0)
                read.Add(new OperationSeries { PlantId = series.PlantId, Quantity = series.Quantity, Unit = series.Unit, Values = numbers });
        }

        return read;
    }

    /// <summary>The time steps.</summary>
    public static IReadOnlyList<PlanPeriod> Periods(ParkModel model) =>
        [.. model.Horizon.Grid.Periods.Select(period => new PlanPeriod
        {
            DurationHours = period.DurationHours,
            Weight = period.Weight,
            Month = period.Month,
            StartHour = period.StartHour,
            DayId = period.DayId,
        })];

    /// <summary>What is bought.</summary>
    public static IReadOnlyList<EquipmentSize> Equipment(ParkModel model, SolutionValues values)
    {
        var sizes = new List<EquipmentSize>();
        foreach (var size in model.Sizes)
        {
            var added = values.Of(size.New);
            var investment = CostReader.Round(values.Of(size.InvestmentCny));
            if (added > Dust || size.Existing > 0 || investment > 0)
            {
                sizes.Add(new EquipmentSize
                {
                    PlantId = size.PlantId,
                    FieldPath = size.FieldPath,
                    ElementId = size.ElementId,
                    ExistingSize = double.IsInfinity(size.Existing) ? 0 : size.Existing,
                    NewSize = added > Dust ? added : 0,
                    Unit = size.Unit,
                    InvestmentCny = investment,
                });
            }
        }

        return sizes;
    }

    /// <summary>Pipes and cables that lie in the plan: all new ones, and existing ones that are in use.</summary>
    public static IReadOnlyList<LaidLink> Links(ParkModel model, SolutionValues values)
    {
        var laid = new List<LaidLink>();
        foreach (var network in model.Networks)
        {
            foreach (var link in network.Links.Where(link => values.Of(link.Built) > 0.5))
            {
                var corridor = model.Graph.Corridors[link.CorridorIndex];
                var arcs = network.Arcs.Where(arc => arc.CorridorIndex == link.CorridorIndex && LinkOptions.IsAlike(arc.Size, link.Size, corridor.LengthM)).ToList();
                var alike = network.Links.Where(other => other.CorridorIndex == link.CorridorIndex && LinkOptions.IsAlike(other.Size, link.Size, corridor.LengthM));
                var part = values.Of(link.CapacityKw) / Math.Max(alike.Sum(other => values.Of(other.CapacityKw)), 1e-9);
                var flows = Enumerable.Range(0, model.Horizon.Count)
                    .Select(t => arcs.Sum(arc => arc.Flow.Sum(commodity => values.Of(commodity[t]))) * model.Scale.KwPerUnit * part).ToList();
                var peak = flows.Max();
                if (peak < Dust && link.IsExisting && values.Of(link.LossKw) < Dust)
                    continue;

                var share = LinkOptions.LossShare(link.Size, corridor.LengthM);
                var lossKw = values.Of(link.LossKw);
                laid.Add(new LaidLink
                {
                    CorridorId = corridor.Corridor.Id,
                    CarrierId = network.Carrier.Id,
                    SizeId = link.Size.Id,
                    CapacityKw = values.Of(link.CapacityKw),
                    LengthM = corridor.LengthM,
                    Existing = link.IsExisting,
                    PeakKw = peak,
                    LossKwh = Enumerable.Range(0, flows.Count).Sum(t => (lossKw + share * flows[t]) * model.Horizon.Hours[t]),
                    InvestmentCny = CostReader.Round(values.Of(link.InvestmentCny)),
                });
            }
        }

        return laid;
    }
}
