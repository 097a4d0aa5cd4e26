using Symbiosis.Domain.Parks;

namespace Symbiosis.TestKit;

/// <summary>
/// Builds a plant step by step; see <see cref="ParkBuilder"/>. Ids that are not given count up: hot1, hot2, cold1.
/// </summary>
public sealed class PlantBuilder(string id, string siteId)
{
    private Plant _plant = new() { Id = id, SiteId = siteId };

    /// <summary>The plant so far.</summary>
    public Plant Build() => _plant;

    /// <summary>Any change that has no step of its own.</summary>
    public PlantBuilder With(Func<Plant, Plant> change)
    {
        _plant = change(_plant);
        return this;
    }

    /// <summary>A hot stream, 1 MW from 180 to 80 deg C.</summary>
    public PlantBuilder WithHotStream(double supplyCelsius = 180, double targetCelsius = 80, double heatKw = 1000, Func<HeatStream, HeatStream>? change = null) =>
        WithStream("hot", StreamKind.Hot, supplyCelsius, targetCelsius, heatKw, change);

    /// <summary>A cold stream, 1 MW from 30 to 90 deg C.</summary>
    public PlantBuilder WithColdStream(double supplyCelsius = 30, double targetCelsius = 90, double heatKw = 1000, Func<HeatStream, HeatStream>? change = null) =>
        WithStream("cold", StreamKind.Cold, supplyCelsius, targetCelsius, heatKw, change);

    /// <summary>A hot utility "boiler" that is hot enough for all and has no limit.</summary>
    public PlantBuilder WithHotUtility(double priceCnyPerKwh = 0.3, double supplyCelsius = 900, Func<HotUtility, HotUtility>? change = null)
    {
        var utility = new HotUtility { Id = "boiler", SupplyCelsius = supplyCelsius, PriceCnyPerKwh = priceCnyPerKwh };
        return With(plant => plant with { HotUtilities = [.. plant.HotUtilities, change?.Invoke(utility) ?? utility] });
    }

    /// <summary>A cold utility "cooling" that has no limit.</summary>
    public PlantBuilder WithColdUtility(double priceCnyPerKwh = 0.02, double supplyCelsius = 15, Func<ColdUtility, ColdUtility>? change = null)
    {
        var utility = new ColdUtility { Id = "cooling", SupplyCelsius = supplyCelsius, PriceCnyPerKwh = priceCnyPerKwh };
        return With(plant => plant with { ColdUtilities = [.. plant.ColdUtilities, change?.Invoke(utility) ?? utility] });
    }

    /// <summary>An outlet named after its material.</summary>
    public PlantBuilder WithOutlet(string materialId, double flowTPerH = 10, double disposalCnyPerT = 50, Func<Outlet, Outlet>? change = null)
    {
        var outlet = new Outlet { Id = $"{materialId}-out", MaterialId = materialId, FlowTPerH = flowTPerH, DisposalCnyPerT = disposalCnyPerT };
        return With(plant => plant with { Outlets = [.. plant.Outlets, change?.Invoke(outlet) ?? outlet] });
    }

    /// <summary>A required inlet that takes a material and can buy what is missing.</summary>
    public PlantBuilder WithInlet(string materialId, double flowTPerH = 10, double priceCnyPerT = 200, Func<Inlet, Inlet>? change = null)
    {
        var inlet = new Inlet
        {
            Id = $"{materialId}-in",
            FlowTPerH = flowTPerH,
            Required = true,
            Accepts = [new Acceptance { MaterialId = materialId }],
            Purchases = [new Purchase { Id = "bought", PriceCnyPerT = priceCnyPerT }],
        };
        return With(plant => plant with { Inlets = [.. plant.Inlets, change?.Invoke(inlet) ?? inlet] });
    }

    /// <summary>A converter; its first port is the reference.</summary>
    /// <param name="converterId">Id.</param>
    /// <param name="investment">Cost of building it, or null where it stands with the given size.</param>
    /// <param name="existingSizeKw">Size that stands, kW.</param>
    /// <param name="ports">Ports, reference first.</param>
    public PlantBuilder WithConverter(string converterId, Investment? investment, double existingSizeKw, params Port[] ports)
    {
        var converter = new Converter
        {
            Id = converterId,
            Ports = ports,
            ReferencePortId = ports[0].Id,
            Investment = investment,
            ExistingSizeKw = existingSizeKw,
        };
        return With(plant => plant with { Converters = [.. plant.Converters, converter] });
    }

    /// <summary>A grid connection "grid" without limits at the park's tariff.</summary>
    public PlantBuilder WithGrid(string carrierId = "power", Func<GridConnection, GridConnection>? change = null)
    {
        var connection = new GridConnection { Id = "grid", CarrierId = carrierId, TariffId = ParkBuilder.TariffId };
        return With(plant => plant with { GridConnections = [.. plant.GridConnections, change?.Invoke(connection) ?? connection] });
    }

    /// <summary>A need for a carrier.</summary>
    public PlantBuilder WithDemand(string carrierId = "power", double needKw = 1000, string? profileId = null)
    {
        var demand = new CarrierDemand { Id = $"{carrierId}-need", CarrierId = carrierId, NeedKw = needKw, NeedProfileId = profileId };
        return With(plant => plant with { Demands = [.. plant.Demands, demand] });
    }

    /// <summary>A supply of a carrier from outside, without limit.</summary>
    public PlantBuilder WithSupply(string carrierId, double priceCnyPerKwh = 0.4, Func<CarrierSupply, CarrierSupply>? change = null)
    {
        var supply = new CarrierSupply { Id = $"{carrierId}-supply", CarrierId = carrierId, PriceCnyPerKwh = priceCnyPerKwh };
        return With(plant => plant with { Supplies = [.. plant.Supplies, change?.Invoke(supply) ?? supply] });
    }

    /// <summary>A storage of a carrier that stands, without limit of power and without loss.</summary>
    public PlantBuilder WithStorage(string carrierId = "power", double existingKwh = 1000, Func<Storage, Storage>? change = null)
    {
        var storage = new Storage { Id = $"{carrierId}-store", CarrierId = carrierId, ExistingKwh = existingKwh };
        return With(plant => plant with { Storages = [.. plant.Storages, change?.Invoke(storage) ?? storage] });
    }

    private PlantBuilder WithStream(
        string prefix, StreamKind kind, double supplyCelsius, double targetCelsius, double heatKw, Func<HeatStream, HeatStream>? change)
    {
        var stream = new HeatStream
        {
            Id = $"{prefix}{_plant.Streams.Count(other => other.Kind == kind) + 1}",
            Kind = kind,
            SupplyCelsius = supplyCelsius,
            TargetCelsius = targetCelsius,
            HeatKw = heatKw,
        };
        return With(plant => plant with { Streams = [.. plant.Streams, change?.Invoke(stream) ?? stream] });
    }
}
