using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Domain.Catalogues.Suggestions;

/// <summary>A typical flow of a process at the size asked for, while it runs.</summary>
public sealed record SuggestedFlow
{
    /// <summary>What it is.</summary>
    public required SuggestedFlowKind Kind { get; init; }

    /// <summary>Figure of the catalogue that it comes from.</summary>
    public required string FigureName { get; init; }

    /// <summary>Flow with its range.</summary>
    public required Estimate Value { get; init; }

    /// <summary>Unit of the flow: "kW" or "t/h".</summary>
    public required string Unit { get; init; }

    /// <summary>Temperature at which heat is available or needed, deg C.</summary>
    public double? SupplyCelsius { get; init; }

    /// <summary>Temperature to which it can be cooled or comes back, deg C; equal to the supply where steam condenses.</summary>
    public double? ReturnCelsius { get; init; }

    /// <summary>Id of the catalogue's material.</summary>
    public string? MaterialId { get; init; }

    /// <summary>Id of the element of the suggested plant; absent: the flow has no place there, and the note says why.</summary>
    public string? ElementId { get; init; }

    /// <summary>How much it can be trusted: derived where the catalogue's figure is sourced.</summary>
    public required Quality Quality { get; init; }

    /// <summary>Sources.</summary>
    public IReadOnlyList<string> SourceIds { get; init; } = [];

    /// <summary>How it was computed, and the figure's own remark.</summary>
    public required string Note { get; init; }
}
