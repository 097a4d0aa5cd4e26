using System.Globalization;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Reading;

namespace Symbiosis.Planning.Explaining;

/// <summary>What stands against a pair whatever the prices, and how much it could exchange at most.</summary>
internal sealed class PairObstacle
{
    private readonly ParkModel model;
    private readonly UncoupledReader reasons;
    private readonly HeatPrices prices;
    private readonly Plant from;
    private readonly Plant to;
    private readonly PairQuestion question;

    public PairObstacle(PlannedPark planned, PairQuestion question)
    {
        model = planned.Model;
        this.question = question;
        prices = new HeatPrices(model, new SolutionValues(planned.TodayValues!));
        reasons = new UncoupledReader(model, prices, []);
        from = model.Park.Plants.First(plant => plant.Id == question.FromPlantId);
        to = model.Park.Plants.First(plant => plant.Id == question.ToPlantId);
    }

    /// <summary>Most that donor and receiver could exchange in the horizon, pipes and better partners not looked at, kWh (t for by-products).</summary>
    public double LargestAmount() => question.MaterialId is null ? LargestEnergy() : LargestTonnes();

    /// <summary>The reason that no price removes; null where there is none.</summary>
    public UncoupledPair? Find() => question.MaterialId is { } materialId ? OfMaterial(materialId) : OfCarrier();

    /// <summary>What a unit saves the receiver today, CNY/kWh (CNY/t); null where it displaces nothing bought.</summary>
    public double? WorthToday()
    {
        if (question.MaterialId is { } materialId)
        {
            var worths = from sink in Sinks()
                         from acceptance in sink.Accepts.Where(acceptance => acceptance.MaterialId == materialId)
                         where sink.Purchases.Count > 0
                         select acceptance.Displacement * sink.Purchases.Min(purchase => purchase.PriceCnyPerT);
            return worths.Select(worth => (double?)worth).Max();
        }

        var price = Carrier().Kind switch
        {
            CarrierKind.Electricity => prices.Of(to).PowerCnyPerKwh,
            CarrierKind.Gas or CarrierKind.Other => 0,
            _ => prices.Of(to).HeatCnyPerKwh,
        };
        return price > 0 ? price : null;
    }

    private Carrier Carrier() => model.Park.Carriers.First(carrier => carrier.Id == question.CarrierId);

    private IEnumerable<MaterialSink> Sinks() => model.Materials.Sinks.Where(sink => model.Park.Plants[sink.PlantIndex] == to);

    private double LargestEnergy()
    {
        var (donor, receiver) = (IndexOf(from), IndexOf(to));
        var potential = model.Potentials[Carrier().Id];
        return !potential.Reaches(donor, receiver) ? 0 : Enumerable.Range(0, model.Horizon.Count)
            .Sum(t => Finite(Math.Min(potential.Give(donor, t), potential.Take(receiver, t)) * model.Scale.KwPerUnit, "kW") * model.Horizon.Hours[t]);
    }

    // Several modes may serve one outlet and inlet; the flow is one.
    private double LargestTonnes() => model.Materials.Shipments
        .Where(shipment => model.Park.Plants[shipment.Source.PlantIndex] == from && model.Park.Plants[shipment.Sink.PlantIndex] == to
            && shipment.Source.Material.Id == question.MaterialId)
        .GroupBy(shipment => (shipment.Source, shipment.Sink))
        .Sum(flow => Enumerable.Range(0, model.Horizon.Count).Sum(t => Finite(Math.Min(flow.Key.Source.Max[t], flow.Key.Sink.Max[t]), "t/h") * model.Horizon.Hours[t]));

    // A grid or a supply may be without limit.
    private double Finite(double flow, string unit) => double.IsFinite(flow) ? flow : model.LargestFlow(unit);

    private UncoupledPair? OfMaterial(string materialId)
    {
        if (!model.Materials.Sources.Any(source => source.Material.Id == materialId && model.Park.Plants[source.PlantIndex] == from))
            return Pair("NO_SUPPLY", $"{from.Name} has no outlet of {materialId}.");
        if (!Sinks().Any(sink => sink.Accepts.Any(acceptance => acceptance.MaterialId == materialId)))
            return Pair("NO_USE", $"No inlet of {to.Name} accepts {materialId}.");

        // One way that is open suffices.
        var found = reasons.OfMaterial(from, to, model.Park.Materials.First(material => material.Id == materialId));
        return found.All(reason => UncoupledReader.IsImpossible(reason.Reason)) ? found[0] : null;
    }

    private UncoupledPair? OfCarrier()
    {
        var carrier = Carrier();
        var (donor, receiver) = (IndexOf(from), IndexOf(to));
        var potential = model.Potentials[carrier.Id];
        if (LargestAmount() > 0)
            return null;

        // The heat reader's facts have temperatures in them, so they come first; it looks at streams only.
        var isHeat = carrier.SupplyCelsius is not null && from.Streams.Any(StreamBlock.IsHot) && to.Streams.Any(stream => !StreamBlock.IsHot(stream));
        if (isHeat && reasons.OfCarrier(from, to, carrier) is var reason && UncoupledReader.IsImpossible(reason.Reason))
            return reason;
        if (Rules.Forbid(model, from.Id, to.Id, carrier.Id))
            return Pair("FORBIDDEN", "The scenario forbids it.");
        if (!potential.CanGive(donor))
            return Pair("NO_SUPPLY", $"{from.Name} can give no {carrier.Id}.");
        if (!potential.CanTake(receiver))
            return Pair("NO_USE", $"{to.Name} can use no {carrier.Id}.");

        var distance = from.SiteId == to.SiteId ? 0 : model.Routes.CarrierDistance(carrier, from.SiteId, to.SiteId);
        if (double.IsInfinity(distance))
            return Pair("NO_ROUTE", $"No chain of corridors between the sites allows {carrier.Id}.");
        return distance > (carrier.MaxDistanceM ?? double.MaxValue)
            ? Pair("DISTANCE", string.Create(CultureInfo.InvariantCulture, $"The shortest way is {distance:#,0} m; {carrier.Id} goes {carrier.MaxDistanceM:#,0} m at most."))
            : Pair("TIMING", $"There is no hour in which {carrier.Id} could be given and used.");
    }

    private UncoupledPair Pair(string reason, string fact) => new()
    {
        FromPlantId = from.Id,
        ToPlantId = to.Id,
        FlowId = question.MaterialId ?? question.CarrierId ?? "",
        Reason = reason,
        Fact = fact,
    };

    private int IndexOf(Plant plant) => model.Park.Plants.ToList().IndexOf(plant);
}
