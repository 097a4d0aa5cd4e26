using Symbiosis.Planning;
using Symbiosis.V1;

namespace Symbiosis.Server.Optimizing;

/// <summary>Progress as a message.</summary>
internal static class ProgressMapping
{
    /// <summary>Of a search that waits.</summary>
    public static SearchProgress Queued(int aheadCount, TimeSpan elapsed) =>
        new() { Stage = SearchStage.Queued, QueueAheadCount = aheadCount, ElapsedSeconds = elapsed.TotalSeconds };

    /// <summary>Of a search that runs.</summary>
    public static SearchProgress Running(PlanProgress progress, TimeSpan elapsed)
    {
        var message = new SearchProgress { Stage = StageOf(progress.Stage), ElapsedSeconds = elapsed.TotalSeconds };
        if (progress.IncumbentCny is { } incumbent)
            message.IncumbentCny = incumbent;
        if (progress.BoundCny is { } bound)
            message.BoundCny = bound;
        if (progress.Gap is { } gap)
            message.Gap = gap;
        return message;
    }

    private static SearchStage StageOf(string stage) =>
        Enum.TryParse<SearchStage>(stage, ignoreCase: true, out var known) ? known : SearchStage.Unspecified;
}
