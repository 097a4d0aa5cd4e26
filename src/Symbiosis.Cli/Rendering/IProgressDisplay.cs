using Symbiosis.Planning;

namespace Symbiosis.Cli.Rendering;

/// <summary>Shows how a search goes. Thread-safe: the search, the clock and Ctrl-C come from different threads.</summary>
internal interface IProgressDisplay : IDisposable
{
    /// <summary>Shows the newest state.</summary>
    void Show(PlanProgress progress);

    /// <summary>Tells something besides, on a line of its own.</summary>
    void Announce(string sentence);
}
