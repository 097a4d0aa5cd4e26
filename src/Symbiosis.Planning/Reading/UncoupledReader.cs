using System.Globalization;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Reading;

/// <summary>Donor-receiver pairs that a plan leaves uncoupled, each with the first reason that rules it out and the fact behind it.</summary>
internal sealed class UncoupledReader(ParkModel model, HeatPrices prices, IReadOnlyList<Coupling> couplings)
{
    private readonly HashSet<(string, string, CouplingKind)> coupled = [.. couplings.Select(coupling => (coupling.FromPlantId, coupling.ToPlantId, coupling.Kind))];
    private readonly HashSet<(string, string, string?)> shipped = [.. couplings.Where(coupling => coupling.MaterialId is not null)
        .Select(coupling => (coupling.FromPlantId, coupling.ToPlantId, coupling.MaterialId))];

    /// <summary>Reasons that no price removes.</summary>
    public static bool IsImpossible(string reason) => reason is "TEMPERATURE" or "DISTANCE" or "NO_ROUTE" or "HAZARD" or "TIMING" or "FORBIDDEN";

    /// <summary>The first reason against a heat carrier between two plants, whether it flows or not.</summary>
    public UncoupledPair OfCarrier(Plant from, Plant to, Carrier carrier) => HeatReason(from, to, carrier).Pair;

    /// <summary>The reasons against a material, one for each outlet and inlet that could exchange it, whether it flows or not.</summary>
    public IReadOnlyList<UncoupledPair> OfMaterial(Plant from, Plant to, Material material) =>
        [.. from source in model.Materials.Sources
            where source.Material.Id == material.Id && model.Park.Plants[source.PlantIndex].Id == @from.Id
            from sink in model.Materials.Sinks
            where model.Park.Plants[sink.PlantIndex].Id == to.Id && sink.Accepts.Any(acceptance => acceptance.MaterialId == material.Id)
            select MaterialReason(source, sink, @from.Id, to.Id)];

    /// <summary>All uncoupled pairs: heat once per pair with the carrier that came closest, materials once per pair and material.</summary>
    public IReadOnlyList<UncoupledPair> Read() => [.. HeatPairs().Concat(MaterialPairs())];

    private IEnumerable<UncoupledPair> HeatPairs()
    {
        var carriers = model.Park.Carriers.Where(carrier => carrier.SupplyCelsius is not null).ToList();
        foreach (var from in model.Park.Plants.Where(plant => plant.Streams.Any(StreamBlock.IsHot)))
        {
            foreach (var to in model.Park.Plants.Where(plant => plant != from && plant.Streams.Any(stream => !StreamBlock.IsHot(stream))))
            {
                if (coupled.Contains((from.Id, to.Id, CouplingKind.Heat)))
                    continue;

                var closest = carriers.Select(carrier => HeatReason(from, to, carrier)).MaxBy(candidate => candidate.Rank);
                if (closest is not null)
                    yield return closest.Pair;
            }
        }
    }

    private Candidate HeatReason(Plant from, Plant to, Carrier carrier)
    {
        UncoupledPair Pair(string reason, string fact) => new() { FromPlantId = from.Id, ToPlantId = to.Id, FlowId = carrier.Id, Reason = reason, Fact = fact };
        var supply = carrier.SupplyCelsius!.Value;
        var low = carrier.Kind == CarrierKind.Steam ? supply : Math.Min(supply, carrier.ReturnCelsius ?? supply);
        var hottest = from.Streams.Where(StreamBlock.IsHot).Max(stream => Math.Max(stream.SupplyCelsius, stream.TargetCelsius) - (stream.ApproachK ?? from.DefaultApproachK));
        var coldest = to.Streams.Where(stream => !StreamBlock.IsHot(stream)).Min(stream => Math.Min(stream.SupplyCelsius, stream.TargetCelsius) + (stream.ApproachK ?? to.DefaultApproachK));
        if (hottest <= low + carrier.ApproachK)
            return new Candidate(0, Pair("TEMPERATURE", Text($"Its hottest stream reaches {hottest:0} deg C after approach; raising {carrier.Id} takes {low + carrier.ApproachK:0} deg C.")));
        if (coldest >= supply - carrier.ApproachK)
            return new Candidate(1, Pair("TEMPERATURE", Text($"The receiver's coldest need starts at {coldest:0} deg C with approach; {carrier.Id} gives {supply - carrier.ApproachK:0} deg C.")));
        if (!model.Potentials.TryGetValue(carrier.Id, out var potential))
            return new Candidate(2, Pair("NO_ROUTE", "The carrier is not used in this park."));
        if (Rules.Forbid(model, from.Id, to.Id, carrier.Id))
            return new Candidate(5, Pair("FORBIDDEN", "The scenario forbids it."));

        var distance = from.SiteId == to.SiteId ? 0 : model.Routes.CarrierDistance(carrier, from.SiteId, to.SiteId);
        if (double.IsInfinity(distance))
            return new Candidate(2, Pair("NO_ROUTE", $"No chain of corridors between the sites allows {carrier.Id}."));
        if (distance > (carrier.MaxDistanceM ?? double.MaxValue))
            return new Candidate(3, Pair("DISTANCE", Text($"The shortest way is {distance:#,0} m; {carrier.Id} goes {carrier.MaxDistanceM:#,0} m at most.")));

        var (donor, receiver) = (IndexOf(from), IndexOf(to));
        var overlapKwh = 0.0;
        for (var t = 0; t < model.Horizon.Count; t++)
            overlapKwh += Math.Min(potential.Give(donor, t), potential.Take(receiver, t)) * model.Scale.KwPerUnit * model.Horizon.Hours[t];
        if (overlapKwh <= 0)
            return new Candidate(4, Pair("TIMING", Text($"There is no hour in which {carrier.Id} could be raised and used, or the plants are barred from it.")));

        var worth = overlapKwh * (prices.Of(to).HeatCnyPerKwh + prices.Of(from).CoolingCnyPerKwh);
        return new Candidate(6, Pair("ECONOMICS", Text(
            $"At most {overlapKwh / 1000:#,0} MWh of {carrier.Id} could pass over {distance:#,0} m, worth {worth / 1e6:0.00} million CNY at today's prices; pipes, stations or better partners for the same heat outweigh it.")));
    }

    private IEnumerable<UncoupledPair> MaterialPairs()
    {
        foreach (var source in model.Materials.Sources)
        {
            foreach (var sink in model.Materials.Sinks.Where(sink => sink.PlantIndex != source.PlantIndex))
            {
                var acceptance = sink.Accepts.FirstOrDefault(candidate => candidate.MaterialId == source.Material.Id);
                var from = model.Park.Plants[source.PlantIndex].Id;
                var to = model.Park.Plants[sink.PlantIndex].Id;
                if (acceptance is not null && !shipped.Contains((from, to, source.Material.Id)))
                    yield return MaterialReason(source, sink, from, to);
            }
        }
    }

    private UncoupledPair MaterialReason(MaterialSource source, MaterialSink sink, string from, string to)
    {
        UncoupledPair Pair(string reason, string fact) => new() { FromPlantId = from, ToPlantId = to, FlowId = source.Material.Id, Reason = reason, Fact = fact };
        if (Rules.Forbid(model, from, to, source.Material.Id) || model.Scenario is { ForbidEverythingNew: true })
            return Pair("FORBIDDEN", "The scenario forbids it.");

        var route = model.Routes.Transport(model.Park.Plants[source.PlantIndex].SiteId, model.Park.Plants[sink.PlantIndex].SiteId);
        if (route is null)
            return Pair("NO_ROUTE", "No chain of corridors for transport joins the sites.");

        var modes = model.Park.TransportModes.Where(mode => ShipmentBlock.MayCarry(mode, source.Material)).ToList();
        if (modes.Count == 0)
            return Pair("HAZARD", $"No transport mode may carry {source.Material.Id} ({source.Material.Hazard}).");
        if (modes.All(mode => route.LengthM > (mode.MaxDistanceKm ?? double.MaxValue) * 1000))
            return Pair("DISTANCE", Text($"The way is {route.LengthM / 1000:0.0} km; the modes that may carry it go {modes.Max(mode => mode.MaxDistanceKm):0.0} km at most."));

        var shipments = model.Materials.Shipments.Where(shipment => shipment.Source == source && shipment.Sink == sink).ToList();
        if (shipments.Count == 0)
            return Pair("TIMING", "There is no hour in which one has it and the other can take it.");

        var spoiled = sink.Limits.FirstOrDefault(limit => source.Fraction(limit.Component) > (limit.MaxFraction ?? 1) || source.Fraction(limit.Component) < (limit.MinFraction ?? 0));
        if (spoiled is not null)
        {
            return Pair("QUALITY", Text(
                $"Its {spoiled.Component} is {source.Fraction(spoiled.Component):0.####}; the blend must be {Limits(spoiled)}, and diluting it does not pay."));
        }

        var bought = sink.Purchases.Count == 0 ? 0 : sink.Purchases.Min(purchase => purchase.PriceCnyPerT);
        var terms = shipments[0];
        var perTonne = source.DisposalCnyPerT + terms.Acceptance.Displacement * bought - source.HandlingCnyPerT - terms.Acceptance.TreatmentCnyPerT
            - (terms.Mode is { } used ? used.CnyPerT + used.CnyPerTKm * route.LengthM / 1000 : 0);
        return perTonne <= 0
            ? Pair("ECONOMICS", Text($"A tonne would lose {-perTonne:0.##} CNY over {route.LengthM / 1000:0.0} km; it breaks even at a bought price higher by that much."))
            : Pair("ECONOMICS", Text($"A tonne would gain {perTonne:0.##} CNY, but other partners take the material or fill the inlet at a higher gain, or a link or lot does not pay."));
    }

    private static string Limits(QualityLimit limit) => (limit.MinFraction, limit.MaxFraction) switch
    {
        ({ } min, { } max) => Text($"between {min:0.####} and {max:0.####}"),
        ({ } min, null) => Text($"at least {min:0.####}"),
        _ => Text($"at most {limit.MaxFraction:0.####}"),
    };

    private int IndexOf(Plant plant) => model.Park.Plants.ToList().IndexOf(plant);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Candidate(int Rank, UncoupledPair Pair);
}
