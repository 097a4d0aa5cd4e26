using Symbiosis.Domain.Parks;
using Symbiosis.Pinch.Sites;
using Symbiosis.Pinch.Timing;

namespace Symbiosis.Cli.Heat;

/// <summary>Targets to be shown: of a park, or of a table of streams.</summary>
internal sealed record HeatResult
{
    /// <summary>Targets; of a park, those of the mean duties.</summary>
    public required SiteTargets Site { get; init; }

    /// <summary>Targets over time, where a park's duties change.</summary>
    public ParkTargets? OverTime { get; init; }

    /// <summary>The park's time; absent for a table.</summary>
    public TimeStructure? Time { get; init; }

    /// <summary>Only this plant is asked for: its position. Absent: all of them, and the site where they are several.</summary>
    public int? Plant { get; init; }

    /// <summary>Whether the site as a whole is shown.</summary>
    public bool ShowsSite => Plant is null && Site.Plants.Count > 1;

    /// <summary>Positions of the plants to be shown.</summary>
    public IEnumerable<int> Shown => Plant is { } only ? [only] : Enumerable.Range(0, Site.Plants.Count);

    /// <summary>A plant's targets over time.</summary>
    public TimeTargets? TimeOf(int plant) => OverTime?.Plants[plant];
}
