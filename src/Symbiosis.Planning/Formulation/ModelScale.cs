using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Formulation;

/// <summary>Units inside the linear model, chosen so that flows and costs come near one: engines compare with absolute tolerances.</summary>
/// <param name="KwPerUnit">Power of ten: kW (kWh for stored energy) per unit of a model's flow.</param>
internal sealed record ModelScale(double KwPerUnit)
{
    /// <summary>Takes the median of the park's heat duties, demands and supplies as a flow of ten units.</summary>
    public static ModelScale For(Park park)
    {
        var flows = park.Plants
            .SelectMany(plant => plant.Streams.Select(stream => stream.HeatKw)
                .Concat(plant.Demands.Select(demand => demand.NeedKw))
                .Concat(plant.Supplies.Select(supply => supply.MaxKw ?? 0)))
            .Where(kw => kw > 0)
            .Order()
            .ToList();
        if (flows.Count == 0)
            return new ModelScale(1);

        var exponent = Math.Clamp(Math.Floor(Math.Log10(flows[flows.Count / 2])) - 1, -6, 6);
        return new ModelScale(Math.Pow(10, exponent));
    }

    /// <summary>kW to model units.</summary>
    public double FromKw(double kw) => kw / KwPerUnit;
}
