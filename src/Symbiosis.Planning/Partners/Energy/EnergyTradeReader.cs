using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Subjects;
using Symbiosis.Planning.Partners.Typical;
using Quality = Symbiosis.Domain.Parks.Quality;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Makes a trade of heat, gas or power from what a question says.</summary>
internal sealed class EnergyTradeReader(EnergyBook book, TypicalValues typical)
{
    private const string Own = "own";

    /// <summary>All that a plant offers or needs, or one element of it; null: it has no energy of that side (or the element none).</summary>
    public EnergyTrade? OfPlant(PartnerSide side, IndexedPlant view, string? elementId)
    {
        var whole = book.Plants.First(plant => plant.View == view);
        var ports = side == PartnerSide.Offer ? whole.Gives : whole.Takes;
        if (elementId is not null)
            ports = view.Plant.Streams.FirstOrDefault(stream => stream.Id == elementId) is { } stream ? OfStream(side, view, stream, ports) : OfElement(ports, elementId);
        if (ports.All(list => list.Count == 0) && (side == PartnerSide.Offer ? whole.HottestCelsius : whole.ColdestCelsius) is null)
            return null;
        var asked = side == PartnerSide.Offer ? whole with { Gives = ports } : whole with { Takes = ports };
        return new EnergyTrade(side, PlaceReader.Of(book.Park, view.Node), asked, view.Index);
    }

    /// <summary>Heat of few numbers.</summary>
    public EnergyTrade OfHeat(PartnerSide side, HeatSubject heat, SubjectPlace place, FilledValues filled)
    {
        var isOffer = side == PartnerSide.Offer;
        var other = filled.Take("heat.return_celsius", heat.ReturnCelsius, typical.ReturnCelsius(side, heat.SupplyCelsius));
        var hours = filled.Take("heat.hours_per_year", heat.HoursPerYear, typical.HoursPerYear());
        var flow = new SubjectFlow(heat.HeatKw, filled.DayFactors("heat.day_profile", heat.DayProfile, hours, typical)).On(book.Park);
        var stream = new HeatStream
        {
            Id = Own,
            Kind = isOffer ? StreamKind.Hot : StreamKind.Cold,
            SupplyCelsius = isOffer ? heat.SupplyCelsius : other,
            TargetCelsius = isOffer ? other : heat.SupplyCelsius,
            HeatKw = heat.HeatKw,
            ApproachK = filled.Take("heat.approach_k", heat.ApproachK, typical.ApproachK(heat.SupplyCelsius)),
            MustCool = isOffer && heat.MustCool,
            Provenance = [new Provenance { Quality = filled.Values.Count > 0 ? Quality.Estimate : Quality.Derived }],
        };
        var plant = new Plant { Id = Own, SiteId = book.Park.Graph.Nodes[place.Node].Id, Streams = [stream] };
        if (!isOffer)
        {
            var price = filled.Take("heat.price_cny_per_kwh", heat.PriceCnyPerKwh, typical.HeatPriceCnyPerKwh(heat.SupplyCelsius));
            var boiler = new HotUtility { Id = "today", SupplyCelsius = heat.SupplyCelsius + stream.ApproachK!.Value, PriceCnyPerKwh = price, Co2KgPerKwh = typical.HeatCo2KgPerKwh().Typical };
            plant = plant with { HotUtilities = [boiler] };
        }

        var view = new IndexedPlant(plant, -1, place.Node, DisclosureLevel.Full, 1);
        return new EnergyTrade(side, place, new PlantEnergyReader(book.Park, book.Lanes, typical, view, _ => flow).Read(), null);
    }

    /// <summary>Power of few numbers; it counts for every carrier of power in the park.</summary>
    public EnergyTrade OfPower(PartnerSide side, PowerSubject power, SubjectPlace place, FilledValues filled)
    {
        var hours = filled.Take("power.hours_per_year", power.HoursPerYear, typical.HoursPerYear());
        var flow = new SubjectFlow(power.PowerKw, filled.DayFactors("power.day_profile", power.DayProfile, hours, typical)).On(book.Park);
        var sign = side == PartnerSide.Offer ? -1 : 1;
        var price = filled.Take("power.price_cny_per_kwh", power.PriceCnyPerKwh, side == PartnerSide.Offer ? TypicalFigure.Guess(0, 0, 0, "CNY/kWh", "power that earns nothing today") : typical.PowerPriceCnyPerKwh());
        var kwh = flow.Select((kw, t) => kw * book.Park.Hours[t]).Sum();
        var port = new CarrierPort
        {
            Kw = flow,
            WorthCnyPerKwh = [.. flow.Select(_ => sign * price)],
            Co2KgPerKwh = side == PartnerSide.Need ? typical.PowerCo2KgPerKwh().Typical : 0,
            YearlyKwh = kwh,
            WholeKwh = kwh,
            ElementIds = [Own],
            Quality = filled.Values.Count > 0 ? Quality.Estimate : Quality.Derived,
            PriceCnyPerKwh = side == PartnerSide.Need ? price : 0,
        };
        IReadOnlyList<CarrierPort>[] ports = [.. book.Lanes.Select(lane => (IReadOnlyList<CarrierPort>)(lane.Carrier.Kind == CarrierKind.Electricity ? [port] : []))];
        IReadOnlyList<CarrierPort>[] none = [.. book.Lanes.Select(_ => (IReadOnlyList<CarrierPort>)[])];
        var view = new IndexedPlant(new Plant { Id = Own, SiteId = book.Park.Graph.Nodes[place.Node].Id }, -1, place.Node, DisclosureLevel.Full, 1);
        var plant = side == PartnerSide.Offer ? new PlantEnergy(view, ports, none, null, null) : new PlantEnergy(view, none, ports, null, null);
        return new EnergyTrade(side, place, plant, null);
    }

    /// <summary>Which side an element of a plant stands on; null: it has no such element of energy.</summary>
    public PartnerSide? SideOf(IndexedPlant view, string elementId)
    {
        if (view.Plant.Streams.FirstOrDefault(stream => stream.Id == elementId) is { } stream)
            return StreamBlock.IsHot(stream) ? PartnerSide.Offer : PartnerSide.Need;
        var plant = book.Plants.First(candidate => candidate.View == view);
        var gives = plant.Gives.Any(ports => ports.Any(port => port.ElementIds.Contains(elementId)));
        var takes = plant.Takes.Any(ports => ports.Any(port => port.ElementIds.Contains(elementId)));
        return gives && !takes ? PartnerSide.Offer : takes && !gives ? PartnerSide.Need : null;
    }

    // Alone, the stream could do this much; of it, as much as the plant as a whole has left over.
    private IReadOnlyList<CarrierPort>[] OfStream(PartnerSide side, IndexedPlant view, HeatStream stream, IReadOnlyList<CarrierPort>[] whole)
    {
        var alone = new PlantEnergyReader(book.Park, book.Lanes, typical, view with { Plant = view.Plant with { Streams = [stream] } }).Read();
        var ports = side == PartnerSide.Offer ? alone.Gives : alone.Takes;
        return [.. ports.Select((list, lane) => (IReadOnlyList<CarrierPort>)[.. list.Where(port => port.ElementIds.Contains(stream.Id))
            .Select(port => whole[lane].FirstOrDefault(all => all.ElementIds.Contains(stream.Id) && all.Lift is null == port.Lift is null) is { } all ? Within(port, all) : null)
            .OfType<CarrierPort>()])];
    }

    private CarrierPort? Within(CarrierPort alone, CarrierPort whole)
    {
        double[] kw = [.. alone.Kw.Zip(whole.Kw, Math.Min)];
        var kwh = kw.Select((value, t) => value * book.Park.Hours[t]).Sum();
        return kwh > 0 ? alone with { Kw = kw, YearlyKwh = kwh } : null;
    }

    private static IReadOnlyList<CarrierPort>[] OfElement(IReadOnlyList<CarrierPort>[] ports, string elementId)
    {
        var converterId = elementId.Split('/')[0];
        return [.. ports.Select(list => (IReadOnlyList<CarrierPort>)[.. list.Where(port => port.ElementIds.Contains(elementId) || port.ElementIds.Contains(converterId))])];
    }
}
