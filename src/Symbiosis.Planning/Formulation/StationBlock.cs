using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Exchanger stations between a plant's cascade and a heat carrier. Generation is a cold element over [return, supply] (isothermal for steam),
/// use is a hot one; <c>0 &lt;= g[t] &lt;= station size</c>.
/// <para>Left out: a station that nobody could feed or that nobody could take from. The size is bounded by what the plant's own sources above the
/// carrier (sinks below it) and the partners' sinks (sources) could ever exchange. A plant is no let-down station: its use of a carrier is
/// bounded by its own sinks, and raising a cooler carrier from a hotter one takes a converter.</para>
/// Reads: carriers, stations, the cascades' elements. Creates: <c>generate</c>, <c>use</c>, sizes, cascade elements, balances.
/// </summary>
internal static class StationBlock
{
    /// <summary>Adds all stations; returns what each plant could exchange at most by carrier.</summary>
    public static Dictionary<string, CarrierPotential> Add(FormulationContext context, Routes routes)
    {
        var potentials = new Dictionary<string, CarrierPotential>();
        var stations = new List<(Carrier Carrier, CarrierRange Range, CarrierPotential Potential, StationCaps Caps)>();
        foreach (var carrier in context.Park.Carriers)
        {
            var potential = new CarrierPotential(context, routes, carrier);
            potentials.Add(carrier.Id, potential);
            if (carrier.SupplyCelsius is not { } supply)
                continue;

            var range = new CarrierRange(supply, carrier.Kind == CarrierKind.Steam ? supply : carrier.ReturnCelsius ?? supply, carrier.ApproachK);
            var caps = context.Cascades.Values.Where(cascade => cascade.IsUsed).Select(cascade => Caps(context, cascade, carrier, range)).ToList();
            foreach (var cap in caps)
                potential.AddStation(cap.Plant, cap.Generate, cap.Use);
            stations.AddRange(caps.Select(cap => (carrier, range, potential, cap)));
        }

        // Only now: a station of one carrier must not widen the bounds of the next, or the order of the carriers would change the optimum.
        foreach (var (carrier, range, potential, cap) in stations)
            AddStations(context, carrier, range, potential, cap);
        return potentials;
    }

    private static StationCaps Caps(FormulationContext context, PlantCascade cascade, Carrier carrier, CarrierRange range)
    {
        var plant = context.Park.Plants[cascade.PlantIndex];
        var station = plant.Stations.FirstOrDefault(candidate => candidate.CarrierId == carrier.Id);
        var excluded = plant.ExcludedCarrierIds.Contains(carrier.Id);
        var generate = new double[context.PeriodCount];
        var use = new double[context.PeriodCount];
        for (var t = 0; t < context.PeriodCount && !excluded; t++)
        {
            generate[t] = station is { NoGeneration: true, ExistingGenerationKw: 0 } ? 0 : cascade.MaxAbove(range.ColdLow, t);
            use[t] = station is { NoUse: true, ExistingUseKw: 0 } ? 0 : cascade.MaxBelow(range.HotHigh, t);
        }

        return new StationCaps(cascade.PlantIndex, station, generate, use);
    }

    private static void AddStations(FormulationContext context, Carrier carrier, CarrierRange range, CarrierPotential potential, StationCaps caps)
    {
        var own = context.Balances.Of(caps.Plant, carrier.Id);
        var loss = NetworkLosses.Allowance(context, carrier);
        var generate = new double[context.PeriodCount];
        var use = new double[context.PeriodCount];
        for (var t = 0; t < context.PeriodCount; t++)
        {
            var taken = own.MaxTake[t] + potential.TakenFrom(caps.Plant, t);
            generate[t] = taken > 0 ? Math.Min(caps.Generate[t], loss.Inflate(taken)) : 0;
            use[t] = Math.Min(caps.Use[t], own.MaxSupply[t] + potential.GivenTo(caps.Plant, t));
        }

        if (generate.Any(value => value > 0))
            AddStation(context, carrier, range, caps, generate, isGeneration: true);
        if (use.Any(value => value > 0))
            AddStation(context, carrier, range, caps, use, isGeneration: false);
    }

    private static void AddStation(FormulationContext context, Carrier carrier, CarrierRange range, StationCaps caps, double[] most, bool isGeneration)
    {
        if (!context.Options.WithReductions)
            most = [.. Enumerable.Repeat(Math.Max(most.Max(), context.Scale.FromKw(context.LargestUsefulSize("kW"))), most.Length)];
        var plant = context.Park.Plants[caps.Plant];
        var station = caps.Station;
        var word = isGeneration ? "generate" : "use";
        var existing = (isGeneration ? station?.ExistingGenerationKw : station?.ExistingUseKw) ?? 0;
        var barred = isGeneration ? station?.NoGeneration ?? false : station?.NoUse ?? false;
        var investment = (isGeneration ? station?.Generation : station?.Use) ?? (isGeneration ? carrier.GenerationStation : carrier.UseStation);
        var path = StationPath(context, caps.Plant, plant, carrier, station, isGeneration);
        var offer = new Offer(plant.Id, path, $"{word}:{carrier.Id}", "kW", context.Scale.KwPerUnit);
        var isFree = investment is null && !barred;
        var size = Sizing.Add(
            context, $"{word},{plant.Id},{carrier.Id}", offer, barred ? null : investment,
            isFree ? double.PositiveInfinity : existing, most.Max() * context.Scale.KwPerUnit);
        if (size.MaxTotal <= 0)
            return;

        var flow = context.AddSeries($"{word}[{plant.Id},{carrier.Id}]", t => Math.Min(most[t], size.MaxTotal));
        if (!size.IsFixed)
            context.LimitBySize($"{word}_max[{plant.Id},{carrier.Id}]", flow, size);
        var terms = CarrierBalances.Times(flow, 1);
        double Limit(int t) => Math.Min(most[t], size.MaxTotal);
        if (isGeneration)
        {
            context.Cascades[caps.Plant].Add(false, range.Return, range.Supply, range.ApproachK, terms, Limit);
            context.Balances.Supply(caps.Plant, carrier.Id, terms, Limit, isStation: true);
            context.Balances.Of(caps.Plant, carrier.Id).Generated = flow;
        }
        else
        {
            context.Cascades[caps.Plant].Add(true, range.Supply, range.Return, range.ApproachK, terms, Limit);
            context.Balances.Take(caps.Plant, carrier.Id, terms, Limit);
            context.Balances.Of(caps.Plant, carrier.Id).Used = flow;
        }

        context.Report(plant.Id, $"{word}:{carrier.Id}", "kW", context.Scale.KwPerUnit, flow);
    }

    private static string StationPath(FormulationContext context, int p, Plant plant, Carrier carrier, Station? station, bool isGeneration)
    {
        if (station is not null && (isGeneration ? station.Generation : station.Use) is not null)
            return $"{FormulationContext.PlantPath(p)}.stations[{plant.Stations.ToList().IndexOf(station)}].{(isGeneration ? "generation" : "use")}";

        var index = context.Park.Carriers.ToList().IndexOf(carrier);
        return $"park.carriers[{index}].{(isGeneration ? "generation_station" : "use_station")}";
    }

    private sealed record StationCaps(int Plant, Station? Station, double[] Generate, double[] Use);
}
