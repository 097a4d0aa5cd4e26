using System.Globalization;
using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Catalogues.Suggestions;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Suggesting;

/// <summary>Turns a process's figures per tonne into flows while it runs, or says why one is none.</summary>
internal sealed class FigureConversion(CatalogueIndex catalogue, TypicalValues typical, CatalogueEntry entry, ProductBasis basis, double tonnesPerHour)
{
    private const double KwhPerGj = 1000 / 3.6;
    private readonly SaturatedSteam steam = new(catalogue);

    /// <summary>The flow of a figure.</summary>
    public FigureReading Read(CatalogueFigure figure)
    {
        if (figure.AlternativeTo is { } other)
            return FigureReading.None($"Stands in place of {other}; both together would count one thing twice.");
        return figure.Kind switch
        {
            "waste_heat" or "heat_demand" => Heat(figure),
            "energy" => Flow(figure),
            "byproduct" or "input" => Flow(figure),
            "link" => FigureReading.None("A link to other entries, no quantity."),
            "emission" => FigureReading.None("An emission to the air; nothing that a partner could take."),
            _ => FigureReading.None("A fact about the process, no flow."),
        };
    }

    private FigureReading Heat(CatalogueFigure figure)
    {
        var isHot = figure.Kind == "waste_heat";
        var flow = Flow(figure);
        if (flow.Reason is not null)
            return flow;
        if (flow.Kind is not (SuggestedFlowKind.HotStream or SuggestedFlowKind.ColdStream))
            return FigureReading.None(flow.Kind == SuggestedFlowKind.Power ? "Power that a turbine makes of the heat, no heat." : "No heat.");

        if (flow.Celsius is not null)
            return flow;
        if (figure.SupplyCelsius is { } supply)
            return flow with { Celsius = (supply, ReturnOf(figure, isHot, supply)) };
        var gas = entry.Figures.Where(other => isHot && other is { Kind: "waste_heat", Unit: "C", Typical: not null } && other.Name.StartsWith("offgas", StringComparison.Ordinal)).ToList();
        return gas.Count == 1
            ? flow with { Celsius = (gas[0].Typical!.Value, ReturnOf(figure, isHot, gas[0].Typical!.Value)) }
            : FigureReading.None("Heat without a temperature.");
    }

    private double ReturnOf(CatalogueFigure figure, bool isHot, double supplyCelsius) =>
        figure.ReturnCelsius ?? typical.ReturnCelsius(isHot ? PartnerSide.Offer : PartnerSide.Need, supplyCelsius).Typical;

    private FigureReading Flow(CatalogueFigure figure)
    {
        if (CatalogueIndex.Read("process", entry, figure) is not { } read)
            return FigureReading.None("A text, no number.");
        if (figure.Unit is { } share && share.StartsWith("% of ", StringComparison.Ordinal))
            return ShareOf(figure, read.Value, share["% of ".Length..]);
        if (FigureUnit.Parse(figure.Unit) is not { } unit)
            return FigureReading.None(UnitReason.Of(figure.Unit));
        if (unit.Substance == basis.Product && unit.Symbol == "t" && figure.Kind == "byproduct")
            return FigureReading.Flow(SuggestedFlowKind.ByProduct, new Estimate(tonnesPerHour, tonnesPerHour, tonnesPerHour), string.Create(CultureInfo.InvariantCulture, $"the product itself: {tonnesPerHour:0.####} t/h"));
        if (basis.FactorOf(unit.Basis) is not var (chain, chainNote))
            return FigureReading.None($"Per tonne of {unit.Basis}; the entry does not say how much of it goes with a tonne of {basis.Product}.");
        if (Amount(figure, unit) is not var (kind, factor, unitNote))
            return FigureReading.None(UnitReason.Of(figure.Unit));

        var perHour = unit.PerTonne * tonnesPerHour;
        var value = new Estimate(
            read.Value.Low * chain.Low * factor.Low * perHour, read.Typical * chain.Typical * factor.Typical * perHour, read.Value.High * chain.High * factor.High * perHour);
        var note = string.Create(CultureInfo.InvariantCulture, $"{read.Typical:0.####} {figure.Unit}{chainNote}{unitNote} x {tonnesPerHour:0.####} t/h of {basis.Product}");
        var flow = FigureReading.Flow(kind, value, note);
        return kind == SuggestedFlowKind.HotStream && unit.Substance == "steam" ? flow with { Celsius = (figure.SupplyCelsius!.Value, figure.SupplyCelsius.Value) } : flow;
    }

    // Factor that makes kW of energy per hour, t/h of mass.
    private (SuggestedFlowKind Kind, Estimate Factor, string Note)? Amount(CatalogueFigure figure, FigureUnit unit)
    {
        var isEnergy = figure.Kind == "energy";
        var heat = figure.Kind == "waste_heat" ? SuggestedFlowKind.HotStream : SuggestedFlowKind.ColdStream;
        var mass = figure.Kind == "input" ? SuggestedFlowKind.Input : SuggestedFlowKind.ByProduct;
        switch (unit.Symbol)
        {
            case "MWh_th": return Exactly(heat, 1000);
            case "kWh_th": return Exactly(heat, 1);
            case "GJ" when figure.Kind is "waste_heat" or "heat_demand": return Exactly(heat, KwhPerGj);
            case "GJ": return Exactly(isEnergy ? SuggestedFlowKind.Fuel : SuggestedFlowKind.FuelGas, KwhPerGj);
            case "kWh" or "kWh_DC": return Exactly(SuggestedFlowKind.Power, 1);
            case "MWh": return Exactly(SuggestedFlowKind.Power, 1000);
            case "MWh_CH4": return Exactly(SuggestedFlowKind.Fuel, 1000);
            case "MWh_LHV" when figure.Kind == "byproduct": return Exactly(SuggestedFlowKind.FuelGas, 1000);
            case "t" or "kg" when unit.Substance == "steam": return Steam(figure, unit.Symbol == "t" ? 1 : 0.001);
            case "t" when !isEnergy: return Exactly(mass, 1);
            case "kg" when !isEnergy: return Exactly(mass, 0.001);
            case "m3" when figure.Kind == "byproduct": return (mass, new Estimate(1, 1.05, 1.1), " x 1.05 t/m3 (1.0-1.1, a dilute liquid)");
            case "Nm3" when isEnergy && figure.Name.Contains("natural_gas", StringComparison.Ordinal): return NaturalGas();
            case "Nm3" when FigureUnit.TonnesPerNormalM3(unit.Substance) is { } tonnes: return (mass, new Estimate(tonnes, tonnes, tonnes), string.Create(CultureInfo.InvariantCulture, $" x {tonnes * 1000:0.####} kg/Nm3"));
            case "Nm3" when figure.Kind == "byproduct": return GasByHeatingValue(figure);
            default: return null;
        }
    }

    private static (SuggestedFlowKind Kind, Estimate Factor, string Note) Exactly(SuggestedFlowKind kind, double factor) => (kind, new Estimate(factor, factor, factor), "");

    private (SuggestedFlowKind Kind, Estimate Factor, string Note)? Steam(CatalogueFigure figure, double tonnes)
    {
        if (figure.SupplyCelsius is not { } celsius || steam.LatentKwhPerT(celsius) is not { } latent)
            return null;
        var factor = latent * tonnes;
        return (SuggestedFlowKind.HotStream, new Estimate(factor, factor, factor), string.Create(CultureInfo.InvariantCulture, $" x {latent:0.#} kWh/t that it gives condensing at {celsius:0.#} deg C"));
    }

    private (SuggestedFlowKind Kind, Estimate Factor, string Note)? NaturalGas()
    {
        if (catalogue.Find("factor", "natural_gas_ncv", "factor") is not { Unit: "MJ/Nm3" } heatingValue)
            return null;
        var kwh = heatingValue.Typical / 3.6;
        return (SuggestedFlowKind.Fuel, new Estimate(kwh, kwh, kwh), string.Create(CultureInfo.InvariantCulture, $" x {kwh:0.###} kWh/Nm3"));
    }

    private (SuggestedFlowKind Kind, Estimate Factor, string Note)? GasByHeatingValue(CatalogueFigure figure)
    {
        var stem = figure.Name.Replace("_output", "", StringComparison.Ordinal);
        if (catalogue.Find("process", entry.Id, $"{stem}_lhv") is not { Unit: "MJ/Nm3" } lhv)
            return null;
        return (SuggestedFlowKind.FuelGas, new Estimate(lhv.Value.Low / 3.6, lhv.Typical / 3.6, lhv.Value.High / 3.6), string.Create(CultureInfo.InvariantCulture, $" x {lhv.Typical:0.##} MJ/Nm3"));
    }

    // The heat that goes in is the figure of the fuel.
    private FigureReading ShareOf(CatalogueFigure figure, Estimate percent, string whole)
    {
        var isHeat = whole == "heat input";
        var of = entry.Figures.FirstOrDefault(other => isHeat ? other is { Kind: "energy", Name: "heat" or "fuel" } : other.Name == whole.Replace(' ', '_') && other.Kind == figure.Kind);
        if (of is null)
            return FigureReading.None($"A share of {whole}, of which the entry gives no quantity.");
        var flow = Flow(of);
        if (flow.Reason is not null)
            return flow;
        var share = flow.Times(new Estimate(percent.Low / 100, percent.Typical / 100, percent.High / 100), string.Create(CultureInfo.InvariantCulture, $"{percent.Typical:0.##} % of"));
        return !isHeat ? share : FigureReading.Flow(figure.Kind == "waste_heat" ? SuggestedFlowKind.HotStream : SuggestedFlowKind.ColdStream, share.Value, share.Note);
    }
}
