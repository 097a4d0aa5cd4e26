using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Typical;

/// <summary>Typical cost and CO2 of road transport. Read once, then fixed.</summary>
internal sealed class TypicalTransport
{
    private const string Kind = "technology";
    private const string Truck = "truck";

    /// <summary>Reads the truck.</summary>
    public TypicalTransport(CatalogueIndex catalogue)
    {
        RoadCnyPerTKm = Cost(catalogue);
        RoadCnyPerT = catalogue.Find(Kind, Truck, "loading_unloading") ?? TypicalFigure.Guess(6, 12, 25, "CNY/t", "loading and unloading of bulk goods");
        RoadCo2KgPerTKm = Co2(catalogue);
    }

    /// <summary>Cost, CNY/(t km).</summary>
    public TypicalFigure RoadCnyPerTKm { get; }

    /// <summary>Loading and unloading, CNY/t.</summary>
    public TypicalFigure RoadCnyPerT { get; }

    /// <summary>CO2, kg/(t km).</summary>
    public TypicalFigure RoadCo2KgPerTKm { get; }

    /// <summary>Length of a way by road over the straight line.</summary>
    public TypicalFigure DetourFactor { get; } =
        TypicalFigure.Guess(1.2, 1.3, 1.5, "", "roads between towns are a fifth to a half longer than the straight line; more across rivers and hills");

    private static TypicalFigure Cost(CatalogueIndex catalogue) => catalogue.Find(Kind, Truck, "cost_bulk") ?? TypicalFigure.Guess(0.3, 0.45, 0.8, "CNY/t-km", "bulk truck");

    private static TypicalFigure Co2(CatalogueIndex catalogue)
    {
        var derived = catalogue.Find(Kind, Truck, "co2_derived") ?? TypicalFigure.Guess(0.035, 0.08, 0.12, "kg CO2/t-km", "diesel truck with empty return");
        if (catalogue.Find(Kind, Truck, "co2_study") is not { } study)
            return derived;
        var high = Math.Max(derived.Value.High, study.Typical);
        return derived with { Value = new Estimate(derived.Value.Low, derived.Typical, high), Note = $"{derived.Note}; high: {study.Note}" };
    }
}
