using Symbiosis.Server.Configuration;

namespace Symbiosis.Server.Solving;

/// <summary>How long a search may take.</summary>
internal static class SearchBudget
{
    // A copper cluster's reading and audit take about as long as its model takes to be built; on a busy machine it may be twice.
    private const double ReadingPerBuilding = 2.5;

    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// The least of what the call asks for, the server's limit, and what is left of the deadline less the margin in which plan is read, audited and
    /// sent. The margin takes at most half of what is left.
    /// </summary>
    /// <param name="asked">What the call asks for; null: nothing.</param>
    /// <param name="remaining">Left until the call's deadline; null: it has none.</param>
    /// <param name="options">Limit and margin.</param>
    public static TimeSpan TimeLimit(TimeSpan? asked, TimeSpan? remaining, SolvingOptions options)
    {
        var limit = asked is { } own && own < options.TimeLimit ? own : options.TimeLimit;
        if (remaining is { } left)
        {
            var margin = left / 2 < options.DeadlineMargin ? left / 2 : options.DeadlineMargin;
            limit = left - margin < limit ? left - margin : limit;
        }

        return limit < s_least ? s_least : limit;
    }

    /// <summary>How much longer a search may go on whose model is built, so that its plan arrives before the deadline.</summary>
    /// <param name="limit">As <see cref="TimeLimit"/> gave it.</param>
    /// <param name="remaining">Left until the deadline when the search began.</param>
    /// <param name="built">How long building took.</param>
    public static TimeSpan UntilStop(TimeSpan limit, TimeSpan remaining, TimeSpan built)
    {
        var latest = remaining - (ReadingPerBuilding * built);
        var left = (latest < limit ? latest : limit) - built;
        return left < s_least ? s_least : left;
    }
}
