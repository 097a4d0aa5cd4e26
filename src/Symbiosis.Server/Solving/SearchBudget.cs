using Symbiosis.Server.Configuration;

namespace Symbiosis.Server.Solving;

/// <summary>How long a search may take.</summary>
internal static class SearchBudget
{
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
}
