using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Formulation;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Typical;
using Quality = Symbiosis.Domain.Parks.Quality;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Reads from a plant's data what it could give and take.</summary>
internal sealed class PlantEnergyReader
{
    private readonly IndexedPark park;
    private readonly IReadOnlyList<CarrierLane> lanes;
    private readonly TypicalValues typical;
    private readonly IndexedPlant view;
    private readonly Plant plant;
    private readonly PlantPrices prices;
    private readonly List<HeatStream> streams;
    private readonly double[][] kw;
    private readonly HeatPotential potential;
    private readonly List<CarrierRange> ranges;

    /// <summary>Prepares a plant.</summary>
    /// <param name="park">Its park.</param>
    /// <param name="lanes">The park's carriers.</param>
    /// <param name="typical">Figures where the plant has none.</param>
    /// <param name="view">The plant as it is seen.</param>
    /// <param name="seriesOf">Heat of a stream in place of its profile, kW, [period]; null: by profile.</param>
    public PlantEnergyReader(
        IndexedPark park, IReadOnlyList<CarrierLane> lanes, TypicalValues typical, IndexedPlant view, Func<HeatStream, double[]>? seriesOf = null)
    {
        (this.park, this.lanes, this.typical, this.view) = (park, lanes, typical, view);
        plant = view.Plant;
        prices = new PlantPrices(park, plant);
        seriesOf ??= stream => park.Grid.Series(stream.HeatKw, stream.HeatProfileId);
        streams = [.. plant.Streams, .. ConverterNeeds()];
        kw = [.. streams.Select((stream, i) => i < plant.Streams.Count ? seriesOf(stream) : park.Grid.Series(stream.HeatKw, stream.HeatProfileId))];
        ranges = [.. lanes.Select(lane => lane.Range ?? new CarrierRange(0, 0, 0)), .. HeatInputs().Select(input => Range(input.Port.Heat!))];
        potential = HeatPotential.Of(plant, streams, kw, ranges, park.Hours.Length);
    }

    /// <summary>All it could give and take.</summary>
    public PlantEnergy Read()
    {
        var takes = new HeatTakeReader(park, plant, prices, potential, lanes, typical);
        return new PlantEnergy(
            view,
            [.. lanes.Select(Gives)],
            [.. lanes.Select(lane => (IReadOnlyList<CarrierPort>)[.. StreamTake(lane, takes), .. SpareTake(lane), .. CoolingTake(lane), .. DemandTake(lane), .. ConverterTakes(lane, takes)])],
            Streams(StreamBlock.IsHot).Select(i => (double?)High(streams[i])).Max(),
            Streams(stream => !StreamBlock.IsHot(stream)).Select(i => (double?)Low(streams[i])).Min());
    }

    private IReadOnlyList<CarrierPort> Gives(CarrierLane lane)
    {
        var gives = new List<CarrierPort>();
        var isBarred = plant.ExcludedCarrierIds.Contains(lane.Carrier.Id);
        if (lane.Range is not null && !isBarred)
        {
            if (StreamGive(lane) is { } fromStreams)
                gives.Add(fromStreams);
            else if (new HeatPumpReader(park, plant, prices, typical).Read(lane, streams, kw) is { } lifted)
                gives.Add(lifted);
        }

        if (lane.Range is not null && !isBarred && BoilerGive(lane) is { } boiler)
            gives.Add(boiler);
        gives.AddRange(SupplyGives(lane).Concat(ConverterGives(lane)).OfType<CarrierPort>());
        if (GeneratorGive(lane) is { } generated)
            gives.Add(generated);
        return gives;
    }

    private CarrierPort? StreamGive(CarrierLane lane)
    {
        var station = plant.Stations.FirstOrDefault(candidate => candidate.CarrierId == lane.Carrier.Id);
        var give = potential.Generation[lane.Index];
        if (station is { NoGeneration: true, ExistingGenerationKw: 0 } || give.All(value => value <= 0))
            return null;

        var taking = Streams(stream => StreamBlock.IsHot(stream) && High(stream) > lane.Range!.ColdLow).ToList();
        var whole = taking.Sum(i => Yearly(kw[i]));
        var mustCool = whole > 0 ? taking.Where(i => streams[i].MustCool).Sum(i => Yearly(kw[i])) / whole : 0;
        var power = new PowerFromHeat(park, plant, prices);
        return Port(give, [.. give.Select((value, t) => mustCool * prices.CoolingCnyPerKwh - power.LostCnyPerKwh(value, t))], 0, [.. taking.Select(i => streams[i].Id)], WorstQuality(taking)) with
        {
            WholeKwh = Math.Max(Yearly(give), Streams(StreamBlock.IsHot).Sum(i => Yearly(kw[i]))),
            Station = station is { NoGeneration: true } ? null : station?.Generation ?? lane.Carrier.GenerationStation,
            StationKw = station?.ExistingGenerationKw ?? 0,
        };
    }

    // The cheapest boiler may raise steam for others too, as far as it is not needed at home.
    private CarrierPort? BoilerGive(CarrierLane lane)
    {
        var station = plant.Stations.FirstOrDefault(candidate => candidate.CarrierId == lane.Carrier.Id);
        var boilers = plant.HotUtilities.Where(utility => utility.SupplyCelsius - utility.ApproachK > lane.Range!.ColdHigh)
            .Select(utility => (Utility: utility, Cost: prices.Of(utility))).Where(pair => pair.Cost is not null).ToList();
        if (boilers.Count == 0 || station is { NoGeneration: true })
            return null;
        var (boiler, cost) = boilers.MinBy(pair => prices.Mean(pair.Cost!.CnyPerKwh));
        double[] give = [.. cost!.CapacityKw.Select((most, t) => Math.Max(0, most - potential.HotUtilityKw[t]))];
        return Port(give, [.. cost.CnyPerKwh.Select(price => -price)], -cost.Co2KgPerKwh, [boiler.Id], FigureQuality.Of(boiler.Provenance, plant)) with
        {
            IsRemote = true,
            Station = station?.Generation ?? lane.Carrier.GenerationStation,
            StationKw = station?.ExistingGenerationKw ?? 0,
        };
    }

    private IEnumerable<CarrierPort?> SupplyGives(CarrierLane lane) =>
        from supply in plant.Supplies
        where supply.CarrierId == lane.Carrier.Id
        let cost = prices.Of(supply)
        let isNew = supply.MaxKw is null or 0 && supply.Investment is not null
        select Surplus(lane, cost, [supply.Id], FigureQuality.Of(supply.Provenance, plant)) is { } port
            ? port with { Equipment = isNew ? supply.Investment : null, EquipmentId = isNew ? supply.Id : null }
            : null;

    private IEnumerable<CarrierPort?> ConverterGives(CarrierLane lane)
    {
        if (lane.Carrier.Kind == CarrierKind.Electricity)
            yield break;
        foreach (var converter in plant.Converters)
        {
            if (converter.Ports.FirstOrDefault(port => port.Direction == Direction.Out && port.CarrierId == lane.Carrier.Id && port.Ratio > 0) is not { } wanted
                || prices.Of(converter, wanted) is not { } cost)
                continue;
            var fed = Fed(converter, wanted, cost);
            if (Surplus(lane, fed, [converter.Id], FigureQuality.Of(converter.Provenance, plant)) is { } port)
            {
                var isNew = converter.ExistingSizeKw <= 0;
                yield return port with { Equipment = isNew ? converter.Investment : null, EquipmentId = isNew ? converter.Id : null, EquipmentPerKw = 1 / wanted.Ratio };
            }
        }
    }

    // A converter that lives on the plant's heat gives no more than that heat allows.
    private UnitCost Fed(Converter converter, Port wanted, UnitCost cost)
    {
        var capacity = cost.CapacityKw;
        var inputs = HeatInputs().ToList();
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Converter == converter)
                capacity = [.. capacity.Zip(potential.Generation[lanes.Count + i], (most, heat) => Math.Min(most, heat / inputs[i].Port.Ratio * wanted.Ratio))];
        }

        return cost with { CapacityKw = capacity };
    }

    private CarrierPort? Surplus(CarrierLane lane, UnitCost cost, IReadOnlyList<string> elementIds, Quality quality)
    {
        double[] give = [.. cost.CapacityKw];
        foreach (var demand in plant.Demands.Where(demand => demand.CarrierId == lane.Carrier.Id))
        {
            var need = park.Grid.Series(demand.NeedKw, demand.NeedProfileId);
            for (var t = 0; t < give.Length; t++)
                give[t] -= need[t];
        }

        var sale = plant.Offtakes.Where(offtake => offtake.CarrierId == lane.Carrier.Id).Select(offtake => offtake.PriceCnyPerKwh).DefaultIfEmpty(0).Max();
        give = [.. give.Select(value => Math.Max(0, value))];
        return give.All(value => value <= 0) ? null : Port(give, [.. cost.CnyPerKwh.Select(price => -price - sale)], -cost.Co2KgPerKwh, elementIds, quality);
    }

    private CarrierPort? GeneratorGive(CarrierLane lane)
    {
        var generators = plant.Generators.Where(generator => generator.CarrierId == lane.Carrier.Id && generator.ExistingKw > 0).ToList();
        if (generators.Count == 0)
            return null;
        var output = prices.Constant(0);
        foreach (var generator in generators)
        {
            var series = park.Grid.Series(generator.ExistingKw, generator.OutputProfileId);
            for (var t = 0; t < output.Length; t++)
                output[t] += series[t];
        }

        var export = plant.GridConnections.Where(connection => connection.MaxExportKw > 0).Select(connection => connection.ExportCnyPerKwh).DefaultIfEmpty(0).Max();
        var cost = new UnitCost(prices.Constant(export), 0, output);
        return Surplus(lane, cost, [.. generators.Select(generator => generator.Id)], generators.Max(generator => FigureQuality.Of(generator.Provenance, plant)));
    }

    private IEnumerable<CarrierPort> StreamTake(CarrierLane lane, HeatTakeReader takes)
    {
        var station = plant.Stations.FirstOrDefault(candidate => candidate.CarrierId == lane.Carrier.Id);
        if (lane.Range is null || plant.ExcludedCarrierIds.Contains(lane.Carrier.Id) || station is { NoUse: true, ExistingUseKw: 0 })
            yield break;
        var use = potential.Use[lane.Index];
        if (use.All(value => value <= 0))
            yield break;

        var taking = Streams(stream => !StreamBlock.IsHot(stream) && Low(stream) < lane.Range.HotHigh).ToList();
        var (price, co2) = takes.Displaced(use, potential.Replaced[lane.Index], lane.Range.HotHigh);
        yield return Port(use, price, co2, [.. taking.Select(i => streams[i].Id)], WorstQuality(taking)) with
        {
            WholeKwh = Math.Max(Yearly(use), Streams(stream => !StreamBlock.IsHot(stream)).Sum(i => Yearly(kw[i]))),
            Station = station is { NoUse: true } ? null : station?.Use ?? lane.Carrier.UseStation,
            StationKw = station?.ExistingUseKw ?? 0,
            PriceCnyPerKwh = MeanPrice(use, price),
        };
    }

    // What own heat covers could be covered from elsewhere all the same: worth nothing here, but it may spare the giver his cooling.
    private IEnumerable<CarrierPort> SpareTake(CarrierLane lane)
    {
        if (lane.Range is null || plant.ExcludedCarrierIds.Contains(lane.Carrier.Id) || !streams.Any(stream => StreamBlock.IsHot(stream) && !stream.MustCool))
            yield break;
        double[] spare = [.. potential.GrossUse[lane.Index].Zip(potential.Use[lane.Index], (gross, net) => Math.Max(0, gross - net))];
        if (spare.Any(value => value > 0))
            yield return Port(spare, prices.Constant(0), 0, [.. Streams(stream => !StreamBlock.IsHot(stream)).Select(i => streams[i].Id)], WorstQuality([])) with { IsRemote = true, Station = lane.Carrier.UseStation };
    }

    // Heat that must be cooled somewhere may be cooled where that is cheaper.
    private IEnumerable<CarrierPort> CoolingTake(CarrierLane lane)
    {
        var coolers = plant.ColdUtilities.Where(utility => lane.Range is { } range && Math.Max(utility.SupplyCelsius, utility.TargetCelsius ?? utility.SupplyCelsius) + utility.ApproachK < range.HotLow).ToList();
        if (coolers.Count == 0 || plant.ExcludedCarrierIds.Contains(lane.Carrier.Id))
            yield break;
        var kwLimit = coolers.Sum(utility => utility.CapacityKw ?? double.PositiveInfinity);
        yield return Port(prices.Constant(kwLimit), prices.Constant(-prices.CoolingCnyPerKwh), 0, [.. coolers.Select(utility => utility.Id)], WorstQuality([])) with
        {
            IsRemote = true,
            Station = lane.Carrier.UseStation,
        };
    }

    private IEnumerable<CarrierPort> DemandTake(CarrierLane lane)
    {
        var demands = plant.Demands.Where(demand => demand.CarrierId == lane.Carrier.Id).ToList();
        if (demands.Count == 0)
            yield break;
        var need = prices.Constant(0);
        foreach (var demand in demands)
        {
            var series = park.Grid.Series(demand.NeedKw, demand.NeedProfileId);
            for (var t = 0; t < need.Length; t++)
                need[t] += series[t];
        }

        var cost = prices.CarrierCost(lane.Carrier.Id) ?? Fallback(lane);
        yield return Port(need, cost.CnyPerKwh, cost.Co2KgPerKwh, [.. demands.Select(demand => demand.Id)], demands.Max(demand => FigureQuality.Of(demand.Provenance, plant))) with
        {
            PriceCnyPerKwh = MeanPrice(need, cost.CnyPerKwh),
        };
    }

    private IEnumerable<CarrierPort> ConverterTakes(CarrierLane lane, HeatTakeReader takes)
    {
        if (lane.Carrier.Kind == CarrierKind.Electricity)
            yield break;
        foreach (var converter in plant.Converters)
        {
            var input = converter.Ports.FirstOrDefault(port => port.Direction == Direction.In && port.CarrierId == lane.Carrier.Id && port.Ratio > 0);
            if (input is not null && takes.OfConverter(converter, input, streams, kw) is { } taken)
            {
                var isNew = converter.ExistingSizeKw <= 0;
                yield return Port(taken.Kw, taken.Worth, taken.Co2KgPerKwh, [converter.Id], FigureQuality.Of(converter.Provenance, plant)) with
                {
                    Equipment = isNew ? converter.Investment : null,
                    EquipmentId = isNew ? converter.Id : null,
                    EquipmentPerKw = 1 / input.Ratio,
                    PriceCnyPerKwh = MeanPrice(taken.Kw, taken.Worth),
                };
            }
        }
    }

    private UnitCost Fallback(CarrierLane lane)
    {
        var price = lane.Carrier.Kind == CarrierKind.Electricity ? typical.PowerPriceCnyPerKwh() : typical.HeatPriceCnyPerKwh(lane.Carrier.SupplyCelsius ?? 0);
        return new UnitCost(prices.Constant(price.Typical), lane.Carrier.Kind == CarrierKind.Electricity ? 0 : typical.HeatCo2KgPerKwh().Typical, prices.Constant(double.PositiveInfinity));
    }

    // Converters that stand and live on heat are needs of the plant as any cold stream; those that only could be built are not.
    private IEnumerable<HeatStream> ConverterNeeds() =>
        from input in HeatInputs()
        where input.Converter.ExistingSizeKw > 0 && !input.Converter.Ports.Any(port => port.Direction == Direction.Out && (port.CarrierId is not null || port.Heat is not null))
        select new HeatStream
        {
            Id = input.Converter.Id,
            Kind = StreamKind.Cold,
            SupplyCelsius = Math.Min(input.Port.Heat!.SupplyCelsius, input.Port.Heat.TargetCelsius),
            TargetCelsius = Math.Max(input.Port.Heat.SupplyCelsius, input.Port.Heat.TargetCelsius),
            HeatKw = input.Converter.ExistingSizeKw * input.Port.Ratio,
            HeatProfileId = input.Converter.AvailabilityProfileId,
            ApproachK = input.Port.Heat.ApproachK,
            Provenance = input.Converter.Provenance,
        };

    private IEnumerable<(Converter Converter, Port Port)> HeatInputs() =>
        from converter in plant.Converters
        from port in converter.Ports
        where port is { Direction: Direction.In, Heat: not null, Ratio: > 0 }
        select (converter, port);

    private static CarrierRange Range(PortHeat heat) =>
        new(Math.Max(heat.SupplyCelsius, heat.TargetCelsius), Math.Min(heat.SupplyCelsius, heat.TargetCelsius), heat.ApproachK);

    private CarrierPort Port(double[] flow, double[] worth, double co2, IReadOnlyList<string> elementIds, Quality quality) => new()
    {
        Kw = flow,
        WorthCnyPerKwh = worth,
        Co2KgPerKwh = co2,
        YearlyKwh = Yearly(flow),
        WholeKwh = Yearly(flow),
        ElementIds = elementIds,
        Quality = quality,
    };

    private IEnumerable<int> Streams(Func<HeatStream, bool> counts) => Enumerable.Range(0, streams.Count).Where(i => counts(streams[i]) && kw[i].Any(value => value > 0));

    private Quality WorstQuality(IEnumerable<int> used) => used.Select(i => FigureQuality.Of(streams[i].Provenance, plant)).DefaultIfEmpty(Quality.Estimate).Max();

    private double High(HeatStream stream) => Math.Max(stream.SupplyCelsius, stream.TargetCelsius) - (stream.ApproachK ?? plant.DefaultApproachK);

    private double Low(HeatStream stream) => Math.Min(stream.SupplyCelsius, stream.TargetCelsius) + (stream.ApproachK ?? plant.DefaultApproachK);

    private double Yearly(double[] flow) => flow.Select((value, t) => value == 0 ? 0 : value * park.Hours[t]).Sum();

    private double MeanPrice(double[] flow, double[] price)
    {
        var kwh = Yearly(flow);
        return kwh > 0 && double.IsFinite(kwh) ? flow.Select((value, t) => value * park.Hours[t] * price[t]).Sum() / kwh : 0;
    }
}
