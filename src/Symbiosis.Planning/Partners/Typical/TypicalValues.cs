using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Typical;

/// <summary>Figures that stand in for what a question leaves out. Immutable.</summary>
public sealed class TypicalValues
{
    private TypicalValues()
    {
    }

    /// <summary>Reads them from catalogue files; what the files lack is an estimate and says so.</summary>
    public static TypicalValues Of(IReadOnlyList<Catalogue> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new TypicalValues();
    }

    /// <summary>Temperature to which heat offered at a temperature is typically cooled (from which heat needed is warmed), deg C.</summary>
    public TypicalFigure ReturnCelsius(PartnerSide side, double supplyCelsius) => Estimate(supplyCelsius, "deg C");

    /// <summary>Contribution of a stream to the minimum approach temperature, K.</summary>
    public TypicalFigure ApproachK(double supplyCelsius) => Estimate(10, "K");

    /// <summary>Hours in a year that a works runs.</summary>
    public TypicalFigure HoursPerYear() => Estimate(8000, "h/a");

    /// <summary>24 factors in [0, 1] over the day whose mean is hours / 8760: shifts where few hours are run, else constant.</summary>
    public IReadOnlyList<double> DayShape(double hoursPerYear) => [.. Enumerable.Repeat(hoursPerYear / 8760, 24)];

    /// <summary>Price of heat at a temperature, CNY/kWh, where neither the question nor the park says one.</summary>
    public TypicalFigure HeatPriceCnyPerKwh(double celsius) => Estimate(0.25, "CNY/kWh");

    /// <summary>CO2 of heat where neither the question nor the park says it, kg/kWh.</summary>
    public TypicalFigure HeatCo2KgPerKwh() => Estimate(0.22, "kg/kWh");

    /// <summary>Price of bought power where neither the question nor the park says one, CNY/kWh.</summary>
    public TypicalFigure PowerPriceCnyPerKwh() => Estimate(0.65, "CNY/kWh");

    /// <summary>Share of the Carnot coefficient of performance that a heat pump reaches at a supply temperature, (0, 1); null: no heat pump gets so hot.</summary>
    public TypicalFigure? HeatPumpEfficiency(double supplyCelsius) => supplyCelsius <= 150 ? Estimate(0.5, "") : null;

    /// <summary>Investment of a heat pump, CNY per kW of heat given.</summary>
    public TypicalFigure HeatPumpInvestmentCnyPerKw(double supplyCelsius) => Estimate(3500, "CNY/kW");

    /// <summary>Price of a material, CNY/t; null: the catalogue has none.</summary>
    public TypicalFigure? MaterialPriceCnyPerT(string materialId) => null;

    /// <summary>Cost of disposing of a material, CNY/t; null: the catalogue has none.</summary>
    public TypicalFigure? DisposalCnyPerT(string materialId) => null;

    /// <summary>Cost of road transport, CNY/(t km), where the park has no mode and for ways between parks.</summary>
    public TypicalFigure RoadCnyPerTKm() => Estimate(0.6, "CNY/(t km)");

    /// <summary>CO2 of road transport, kg/(t km).</summary>
    public TypicalFigure RoadCo2KgPerTKm() => Estimate(0.1, "kg/(t km)");

    /// <summary>Length of a way by road over the straight line.</summary>
    public TypicalFigure DetourFactor() => Estimate(1.3, "");

    /// <summary>Factors on investment at its low and high end, typical 1.</summary>
    public TypicalFigure InvestmentRange() => new(new Estimate(0.7, 1, 1.5), "", Quality.Estimate, "Range of a first estimate.");

    /// <summary>Factors on prices of energy and materials at their low and high end, typical 1.</summary>
    public TypicalFigure PriceRange() => new(new Estimate(0.8, 1, 1.2), "", Quality.Estimate, "Range of a first estimate.");

    private static TypicalFigure Estimate(double value, string unit) => new(new Estimate(value, value, value), unit, Quality.Estimate, "Estimate.");
}
