using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners.Privacy;

/// <summary>The part of <see cref="PlantVeil"/> that concerns carriers bought, sold and needed.</summary>
internal sealed class CarrierVeil(FigureVeil figures)
{
    public GridConnection Of(GridConnection connection, int index) => new()
    {
        Id = $"grid-{index + 1}",
        CarrierId = connection.CarrierId,
        TariffId = connection.TariffId,
        MaxImportKw = FigureVeil.Amount(connection.MaxImportKw),
        MaxExportKw = FigureVeil.Amount(connection.MaxExportKw),
        ExportCnyPerKwh = figures.Mean(connection.ExportCnyPerKwh, connection.ExportProfileId),
        Provenance = FigureVeil.Provenance,
    };

    public CarrierDemand Of(CarrierDemand demand, int index) => new()
    {
        Id = $"demand-{index + 1}",
        CarrierId = demand.CarrierId,
        NeedKw = figures.Mean(demand.NeedKw, demand.NeedProfileId),
        Provenance = FigureVeil.Provenance,
    };

    public CarrierOfftake Of(CarrierOfftake offtake, int index) => new()
    {
        Id = $"offtake-{index + 1}",
        CarrierId = offtake.CarrierId,
        MaxKw = figures.Mean(offtake.MaxKw, offtake.AvailabilityProfileId),
        PriceCnyPerKwh = figures.Mean(offtake.PriceCnyPerKwh, offtake.PriceProfileId),
        Co2KgPerKwh = FigureVeil.Amount(offtake.Co2KgPerKwh),
        Provenance = FigureVeil.Provenance,
    };

    /// <summary>Supplies, and generators that stand as supplies of their mean output: a generator cannot be without its profile.</summary>
    public IReadOnlyList<CarrierSupply> Supplies(Plant plant) =>
        [.. plant.Supplies.Select(Of), .. plant.Generators.Select((generator, index) => (generator, index)).Where(pair => pair.generator.ExistingKw > 0).Select(pair => Of(pair.generator, pair.index))];

    private CarrierSupply Of(CarrierSupply supply, int index) => new()
    {
        Id = $"supply-{index + 1}",
        CarrierId = supply.CarrierId,
        MaxKw = figures.Mean(supply.MaxKw, supply.AvailabilityProfileId),
        Investment = FigureVeil.Cost(supply.Investment),
        PriceCnyPerKwh = figures.Mean(supply.PriceCnyPerKwh, supply.PriceProfileId),
        Co2KgPerKwh = FigureVeil.Amount(supply.Co2KgPerKwh),
        MustTake = supply.MustTake,
        Provenance = FigureVeil.Provenance,
    };

    private CarrierSupply Of(Generator generator, int index) => new()
    {
        Id = $"generator-{index + 1}",
        CarrierId = generator.CarrierId,
        MaxKw = figures.Mean(generator.ExistingKw, generator.OutputProfileId),
        MustTake = generator.MustTake,
        Provenance = FigureVeil.Provenance,
    };
}
