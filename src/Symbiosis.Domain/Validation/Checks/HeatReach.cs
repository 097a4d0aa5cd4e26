using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>
/// The hottest source and the coldest sink that a plant's cascade has or could have, on the shifted scale: sources lowered and
/// sinks raised by their own contribution to the minimum approach temperature.
/// </summary>
internal sealed class HeatReach(Park park, Plant plant)
{
    public (string Name, double ShiftedCelsius)? HottestSource() => Sources().Cast<(string, double ShiftedCelsius)?>().MaxBy(source => source!.Value.ShiftedCelsius);

    public (string Name, double ShiftedCelsius)? ColdestSink() => Sinks().Cast<(string, double ShiftedCelsius)?>().MinBy(sink => sink!.Value.ShiftedCelsius);

    public double ApproachK(HeatStream stream) => stream.ApproachK ?? plant.DefaultApproachK;

    private IEnumerable<(string Name, double ShiftedCelsius)> Sources()
    {
        foreach (var utility in plant.HotUtilities)
            yield return ($"hot utility '{utility.Id}'", utility.SupplyCelsius - utility.ApproachK);
        foreach (var stream in plant.Streams.Where(stream => StreamChecks.KindOf(stream) == StreamKind.Hot))
            yield return ($"hot stream '{stream.Id}'", stream.SupplyCelsius - ApproachK(stream));
        foreach (var carrier in Carriers(station => station.NoUse))
        {
            if (carrier.SupplyCelsius is { } supply) yield return ($"carrier '{carrier.Id}'", supply - carrier.ApproachK);
        }

        foreach (var (converter, heat) in HeatPorts(Direction.Out))
            yield return ($"converter '{converter.Id}'", heat.SupplyCelsius - heat.ApproachK);
        foreach (var storage in plant.Storages)
        {
            if (storage.Heat is { } heat) yield return ($"storage '{storage.Id}'", heat.SupplyCelsius - heat.ApproachK);
        }
    }

    private IEnumerable<(string Name, double ShiftedCelsius)> Sinks()
    {
        foreach (var utility in plant.ColdUtilities)
            yield return ($"cold utility '{utility.Id}'", utility.SupplyCelsius + utility.ApproachK);
        foreach (var stream in plant.Streams.Where(stream => StreamChecks.KindOf(stream) == StreamKind.Cold))
            yield return ($"cold stream '{stream.Id}'", stream.SupplyCelsius + ApproachK(stream));
        foreach (var carrier in Carriers(station => station.NoGeneration))
        {
            var coldest = carrier.Kind == CarrierKind.Steam ? carrier.SupplyCelsius : Smaller(carrier.SupplyCelsius, carrier.ReturnCelsius);
            if (coldest is { } celsius) yield return ($"carrier '{carrier.Id}'", celsius + carrier.ApproachK);
        }

        foreach (var (converter, heat) in HeatPorts(Direction.In))
            yield return ($"converter '{converter.Id}'", Math.Min(heat.SupplyCelsius, heat.TargetCelsius) + heat.ApproachK);
        foreach (var storage in plant.Storages)
        {
            if (storage.Heat is { } heat) yield return ($"storage '{storage.Id}'", heat.ReturnCelsius + heat.ApproachK);
        }
    }

    private IEnumerable<Carrier> Carriers(Func<Station, bool> excludes) => park.Carriers.Where(carrier =>
        CarrierChecks.CarriesHeat(carrier.Kind)
        && !plant.ExcludedCarrierIds.Contains(carrier.Id)
        && !plant.Stations.Any(station => station.CarrierId == carrier.Id && excludes(station)));

    private IEnumerable<(Converter Converter, PortHeat Heat)> HeatPorts(Direction direction) =>
        from converter in plant.Converters
        from port in converter.Ports
        where port.Direction == direction && port.Heat is not null
        select (converter, port.Heat);

    private static double? Smaller(double? one, double? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);
}
