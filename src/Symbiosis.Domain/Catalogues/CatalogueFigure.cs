using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Catalogues;

/// <summary>A figure with its range and source.</summary>
public sealed record CatalogueFigure
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Kind, for example waste_heat, byproduct, capex.</summary>
    public string? Kind { get; init; }

    /// <summary>Unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Low end.</summary>
    public double? Low { get; init; }

    /// <summary>Typical value.</summary>
    public double? Typical { get; init; }

    /// <summary>High end.</summary>
    public double? High { get; init; }

    /// <summary>How much it can be trusted.</summary>
    public required Quality Quality { get; init; }

    /// <summary>Sources.</summary>
    public IReadOnlyList<string> SourceIds { get; init; } = [];

    /// <summary>Derivation, caveat, status ("from memory: not to be shown as a legal limit").</summary>
    public string? Note { get; init; }

    /// <summary>Temperature at which heat is available or needed, deg C.</summary>
    public double? SupplyCelsius { get; init; }

    /// <summary>Temperature to which it can be cooled or comes back, deg C.</summary>
    public double? ReturnCelsius { get; init; }

    /// <summary>Text value, where the figure is not a number.</summary>
    public string? Text { get; init; }

    /// <summary>Id of the catalogue's material that this by-product or input is.</summary>
    public string? MaterialId { get; init; }

    /// <summary>
    /// Name of the figure of the same entry in whose place this one would stand: both together would count one thing twice.
    /// </summary>
    public string? AlternativeTo { get; init; }
}
