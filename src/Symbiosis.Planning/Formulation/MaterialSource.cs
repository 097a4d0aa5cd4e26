using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>Where a material leaves a plant: an outlet or a converter's port.</summary>
internal sealed class MaterialSource
{
    /// <summary>Index of the plant.</summary>
    public required int PlantIndex { get; init; }

    /// <summary>Plant and element, "plant/outlet" or "plant/converter/port".</summary>
    public required string Key { get; init; }

    /// <summary>Element in the plant, "outlet" or "converter/port".</summary>
    public required string ElementId { get; init; }

    /// <summary>Field of the request.</summary>
    public required string Path { get; init; }

    /// <summary>Material.</summary>
    public required Material Material { get; init; }

    /// <summary>Composition.</summary>
    public required IReadOnlyList<Content> Composition { get; init; }

    /// <summary>Flow per period, t/h.</summary>
    public required LinearExpression[] Flow { get; init; }

    /// <summary>Most it can be, per period, t/h.</summary>
    public required double[] Max { get; init; }

    /// <summary>Cost of disposal, CNY/t.</summary>
    public required double DisposalCnyPerT { get; init; }

    /// <summary>CO2 of disposal, kg/t.</summary>
    public required double DisposalCo2KgPerT { get; init; }

    /// <summary>All must be taken.</summary>
    public bool NoDisposal { get; init; }

    /// <summary>Cost of making it ready when taken, CNY/t.</summary>
    public double HandlingCnyPerT { get; init; }

    /// <summary>Share of a component; 0 where none is given.</summary>
    public double Fraction(string component) => Quality.Fraction(Composition, component);
}
