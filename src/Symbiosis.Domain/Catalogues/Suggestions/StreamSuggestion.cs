using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Catalogues.Suggestions;

/// <summary>Typical streams, materials and energy of a process, and a plant made of them.</summary>
public sealed record StreamSuggestion
{
    /// <summary>Id of the process.</summary>
    public required string ProcessId { get; init; }

    /// <summary>Name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>Product that the tonnes are of; empty where no figure of the process is per tonne.</summary>
    public required string Product { get; init; }

    /// <summary>Products that figures of this process refer to, the usual one first.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>Product made in a year, t.</summary>
    public required double TonnesPerYear { get; init; }

    /// <summary>Hours in a year.</summary>
    public required double HoursPerYear { get; init; }

    /// <summary>Where the hours come from.</summary>
    public required string HoursNote { get; init; }

    /// <summary>The flows, in the order of the catalogue.</summary>
    public IReadOnlyList<SuggestedFlow> Flows { get; init; } = [];

    /// <summary>Figures that became no flow; with the flows these are all figures of the process.</summary>
    public IReadOnlyList<LeftOutFigure> LeftOut { get; init; } = [];

    /// <summary>The plant, in the form of a park file.</summary>
    public required Plant Plant { get; init; }

    /// <summary>Materials that the plant names; a park that has one of them already keeps its own.</summary>
    public IReadOnlyList<Material> Materials { get; init; } = [];

    /// <summary>Sources that the plant names.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
