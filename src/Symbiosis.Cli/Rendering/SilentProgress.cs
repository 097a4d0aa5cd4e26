using Symbiosis.Planning;

namespace Symbiosis.Cli.Rendering;

/// <summary>No progress; announcements still come through, because they answer the reader's own Ctrl-C.</summary>
internal sealed class SilentProgress(TextWriter writer) : IProgressDisplay
{
    public void Show(PlanProgress progress)
    {
    }

    public void Announce(string sentence) => writer.WriteLine(sentence);

    public void Dispose()
    {
    }
}
