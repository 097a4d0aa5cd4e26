using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Typical;

/// <summary>Figures that stand in for what a question leaves out, with the catalogue entry and sources they come from. Immutable, thread-safe.</summary>
public sealed class TypicalValues
{
    private readonly TypicalCooling cooling;
    private readonly TypicalEnergy energy;
    private readonly TypicalHeatPumps heatPumps;
    private readonly TypicalMaterials materials;
    private readonly TypicalTransport transport;

    private TypicalValues(CatalogueIndex catalogue)
    {
        cooling = new TypicalCooling(catalogue);
        energy = new TypicalEnergy(catalogue);
        heatPumps = new TypicalHeatPumps(catalogue);
        materials = new TypicalMaterials(catalogue);
        transport = new TypicalTransport(catalogue);
    }

    /// <summary>Estimates alone, where there is no catalogue. Materials have no prices then.</summary>
    public static TypicalValues None { get; } = Of([]);

    /// <summary>Reads them from catalogue files; what the files lack is an estimate and says so.</summary>
    public static TypicalValues Of(IReadOnlyList<Catalogue> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new TypicalValues(new CatalogueIndex(files));
    }

    /// <summary>Temperature to which heat offered at a temperature is typically cooled (from which heat needed is warmed), deg C; at least 5 K colder.</summary>
    public TypicalFigure ReturnCelsius(PartnerSide side, double supplyCelsius) => cooling.ReturnCelsius(side, supplyCelsius);

    /// <summary>Contribution of a stream to the minimum approach temperature, K.</summary>
    public TypicalFigure ApproachK(double supplyCelsius) => energy.ApproachK(supplyCelsius);

    /// <summary>Hours in a year that a works runs.</summary>
    public TypicalFigure HoursPerYear() =>
        TypicalFigure.Guess(4000, 8000, 8400, "h/a", "a works that runs day and night stands for a month of repairs and stops; one in shifts runs 2,000 to 5,800 h");

    /// <summary>24 factors in [0, 1] over the day whose mean is hours / 8760: shifts where few hours are run, else constant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The hours are not in (0, 8760].</exception>
    public IReadOnlyList<double> DayShape(double hoursPerYear) => DayShifts.Shape(hoursPerYear);

    /// <summary>The shape of the day in a sentence.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The hours are not in (0, 8760].</exception>
    public string DayShapeNote(double hoursPerYear) => DayShifts.Note(hoursPerYear);

    /// <summary>Price of heat at a temperature, CNY/kWh, where neither the question nor the park says one.</summary>
    public TypicalFigure HeatPriceCnyPerKwh(double celsius) => energy.HeatPriceCnyPerKwh(celsius);

    /// <summary>CO2 of heat where neither the question nor the park says it, kg/kWh.</summary>
    public TypicalFigure HeatCo2KgPerKwh() => energy.HeatCo2KgPerKwh;

    /// <summary>Price of natural gas, CNY/kWh of lower heating value.</summary>
    public TypicalFigure GasPriceCnyPerKwh() => energy.GasCnyPerKwh;

    /// <summary>Price of bought power where neither the question nor the park says one, CNY/kWh.</summary>
    public TypicalFigure PowerPriceCnyPerKwh() => energy.PowerPriceCnyPerKwh;

    /// <summary>CO2 of bought power, kg/kWh.</summary>
    public TypicalFigure PowerCo2KgPerKwh() => energy.PowerCo2KgPerKwh;

    /// <summary>Share of the Carnot coefficient of performance that a heat pump reaches at a supply temperature, (0, 1); null: no heat pump gets so hot.</summary>
    public TypicalFigure? HeatPumpEfficiency(double supplyCelsius) => heatPumps.Efficiency(supplyCelsius);

    /// <summary>Investment of a heat pump, CNY per kW of heat given.</summary>
    public TypicalFigure HeatPumpInvestmentCnyPerKw(double supplyCelsius) => heatPumps.InvestmentCnyPerKw(supplyCelsius);

    /// <summary>Price of a material, CNY/t, negative where the taker is paid; null: the catalogue has none. Ids may have hyphens for underscores.</summary>
    public TypicalFigure? MaterialPriceCnyPerT(string materialId) => materials.PriceCnyPerT(materialId);

    /// <summary>Cost of disposing of a material, CNY/t; null: the catalogue has none. Ids may have hyphens for underscores.</summary>
    public TypicalFigure? DisposalCnyPerT(string materialId) => materials.DisposalCnyPerT(materialId);

    /// <summary>Cost of road transport, CNY/(t km), where the park has no mode and for ways between parks.</summary>
    public TypicalFigure RoadCnyPerTKm() => transport.RoadCnyPerTKm;

    /// <summary>Loading and unloading of a truck, CNY/t.</summary>
    public TypicalFigure RoadCnyPerT() => transport.RoadCnyPerT;

    /// <summary>CO2 of road transport, kg/(t km).</summary>
    public TypicalFigure RoadCo2KgPerTKm() => transport.RoadCo2KgPerTKm;

    /// <summary>Length of a way by road over the straight line.</summary>
    public TypicalFigure DetourFactor() => transport.DetourFactor;

    /// <summary>Factors on investment at its low and high end, typical 1.</summary>
    public TypicalFigure InvestmentRange() => TypicalFigure.Guess(0.7, 1, 1.5, "", "order of magnitude before any design; first estimates of plant cost miss more often below than above");

    /// <summary>Factors on prices of energy and materials at their low and high end, typical 1.</summary>
    public TypicalFigure PriceRange() => TypicalFigure.Guess(0.8, 1, 1.2, "", "the catalogue's prices of gas, steam and power span a tenth to a third either way");
}
