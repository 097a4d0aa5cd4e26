using Symbiosis.Domain.Parks;

namespace Symbiosis.TestKit;

/// <summary>
/// Builds a park step by step. Each step changes this builder and returns it; what a test does not state has a plausible
/// default. Not thread-safe.
/// </summary>
public sealed class ParkBuilder(string id)
{
    /// <summary>Id of the only tariff of <see cref="WithElectricity"/>.</summary>
    public const string TariffId = "industry";

    private const double PlotDistanceM = 500;

    private readonly HashSet<string> _nodeIds = [];
    private Park _park = new() { Id = id };

    /// <summary>The park so far; may be built again after further steps.</summary>
    public Park Build() => _park;

    /// <summary>Any change that has no step of its own.</summary>
    public ParkBuilder With(Func<Park, Park> change)
    {
        _park = change(_park);
        foreach (var nodeId in _park.Sites.Select(site => site.Id).Concat(_park.Junctions.Select(junction => junction.Id)))
            _nodeIds.Add(nodeId);
        return this;
    }

    /// <summary>Explicit steps of equal weight that follow each other; together they last the horizon.</summary>
    /// <param name="durationHours">Length of each step, h.</param>
    /// <param name="weight">How often each occurs.</param>
    public ParkBuilder WithPeriods(double[] durationHours, double weight = 1) => With(park => park with
    {
        Time = park.Time with
        {
            HorizonHours = durationHours.Sum() * weight,
            Periods = [.. durationHours.Select(hours => new Period { DurationHours = hours, Weight = weight })],
        },
    });

    /// <summary>A series of factors.</summary>
    public ParkBuilder WithProfile(string profileId, params double[] values) =>
        With(park => park with { Profiles = [.. park.Profiles, new Profile { Id = profileId, Values = values }] });

    /// <summary>A plot; without coordinates the plots lie in a row, 500 m apart.</summary>
    public ParkBuilder WithSite(string siteId, double? xM = null, double? yM = null) => With(park => park with
    {
        Sites = [.. park.Sites, new Site { Id = siteId, XM = xM ?? _nodeIds.Count * PlotDistanceM, YM = yM ?? 0 }],
    });

    /// <summary>A node without plants.</summary>
    public ParkBuilder WithJunction(string junctionId, double? xM = null, double? yM = null) => With(park => park with
    {
        Junctions = [.. park.Junctions, new Junction { Id = junctionId, XM = xM ?? _nodeIds.Count * PlotDistanceM, YM = yM ?? 0 }],
    });

    /// <summary>A corridor of id "from-to"; nodes that do not exist yet become sites.</summary>
    public ParkBuilder WithCorridor(string from, string to, double? lengthM = null, Func<Corridor, Corridor>? change = null)
    {
        EnsureSite(from);
        EnsureSite(to);
        var corridor = new Corridor { Id = $"{from}-{to}", FromNodeId = from, ToNodeId = to, LengthM = lengthM };
        return With(park => park with { Corridors = [.. park.Corridors, change?.Invoke(corridor) ?? corridor] });
    }

    /// <summary>Civil works, CNY/m.</summary>
    public ParkBuilder WithTrench(double trenchCnyPerM) =>
        With(park => park with { Network = park.Network with { TrenchCnyPerM = trenchCnyPerM } });

    /// <summary>A steam header; the default is low-pressure steam.</summary>
    public ParkBuilder WithSteam(string carrierId = "lp", double supplyCelsius = 160, Func<Carrier, Carrier>? change = null) =>
        WithCarrier(new Carrier { Id = carrierId, Kind = CarrierKind.Steam, SupplyCelsius = supplyCelsius, ReturnCelsius = 100 }, change);

    /// <summary>A hot water loop.</summary>
    public ParkBuilder WithHotWater(string carrierId = "hw", double supplyCelsius = 95, double returnCelsius = 65, Func<Carrier, Carrier>? change = null) =>
        WithCarrier(new Carrier { Id = carrierId, Kind = CarrierKind.Water, SupplyCelsius = supplyCelsius, ReturnCelsius = returnCelsius }, change);

    /// <summary>Electricity and one tariff, <see cref="TariffId"/>.</summary>
    public ParkBuilder WithElectricity(string carrierId = "power", double energyCnyPerKwh = 0.6, Func<Tariff, Tariff>? change = null)
    {
        var tariff = new Tariff { Id = TariffId, EnergyCnyPerKwh = energyCnyPerKwh };
        WithCarrier(new Carrier { Id = carrierId, Kind = CarrierKind.Electricity });
        return With(park => park with { Tariffs = [.. park.Tariffs, change?.Invoke(tariff) ?? tariff] });
    }

    /// <summary>Any carrier.</summary>
    public ParkBuilder WithCarrier(Carrier carrier, Func<Carrier, Carrier>? change = null) =>
        With(park => park with { Carriers = [.. park.Carriers, change?.Invoke(carrier) ?? carrier] });

    /// <summary>A pipe or cable size of id "carrier-capacity".</summary>
    public ParkBuilder WithSize(string carrierId, double capacityKw = 5000, double cnyPerM = 2000, Func<LinkSize, LinkSize>? change = null)
    {
        var size = new LinkSize { Id = $"{carrierId}-{capacityKw:0}", CarrierId = carrierId, CapacityKw = capacityKw, CnyPerM = cnyPerM };
        return With(park => park with { Sizes = [.. park.Sizes, change?.Invoke(size) ?? size] });
    }

    /// <summary>A material with its composition.</summary>
    public ParkBuilder WithMaterial(string materialId, params (string Component, double Fraction)[] composition) => With(park => park with
    {
        Materials =
        [
            .. park.Materials,
            new Material { Id = materialId, Composition = [.. composition.Select(part => new Content { Component = part.Component, Fraction = part.Fraction })] },
        ],
    });

    /// <summary>Trucks for all materials.</summary>
    public ParkBuilder WithTrucks(double cnyPerTKm = 0.8, double cnyPerT = 5, Func<TransportMode, TransportMode>? change = null)
    {
        var mode = new TransportMode { Id = "truck", Kind = TransportKind.Truck, CnyPerTKm = cnyPerTKm, CnyPerT = cnyPerT };
        return With(park => park with { TransportModes = [.. park.TransportModes, change?.Invoke(mode) ?? mode] });
    }

    /// <summary>A fuel.</summary>
    public ParkBuilder WithFuel(string fuelId = "gas", double priceCnyPerKwh = 0.3, double co2KgPerKwh = 0.2) => With(park => park with
    {
        Fuels = [.. park.Fuels, new Fuel { Id = fuelId, PriceCnyPerKwh = priceCnyPerKwh, Co2KgPerKwh = co2KgPerKwh }],
    });

    /// <summary>A plant on a site of its own id, which is made where it does not exist yet.</summary>
    public ParkBuilder WithPlant(string plantId, Action<PlantBuilder>? describe = null) => WithPlantAt(plantId, plantId, describe);

    /// <summary>A plant on a given site, which is made where it does not exist yet.</summary>
    public ParkBuilder WithPlantAt(string siteId, string plantId, Action<PlantBuilder>? describe = null)
    {
        EnsureSite(siteId);
        var plant = new PlantBuilder(plantId, siteId);
        describe?.Invoke(plant);
        return With(park => park with { Plants = [.. park.Plants, plant.Build()] });
    }

    private void EnsureSite(string nodeId)
    {
        if (!_nodeIds.Contains(nodeId))
            WithSite(nodeId);
    }
}
