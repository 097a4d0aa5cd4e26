using Symbiosis.Cli.Wording;
using Symbiosis.Planning;

namespace Symbiosis.Cli.Rendering;

/// <summary>A line for every change, for logs.</summary>
internal sealed class LineProgress(TextWriter writer, TimeProvider time, Language language) : IProgressDisplay
{
    // Bounds creep up many times a second; a log wants to know the plan and the stage at once, a bound now and then.
    private static readonly TimeSpan BoundInterval = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private string lastText = "";
    private (string Stage, double? IncumbentCny) lastStep = ("", null);
    private long lastTimestamp;

    public void Show(PlanProgress progress)
    {
        lock (gate)
        {
            var text = ProgressText.Of(progress, language);
            var step = (progress.Stage, progress.IncumbentCny);
            if (text == lastText || (step == lastStep && time.GetElapsedTime(lastTimestamp) < BoundInterval))
                return;

            (lastText, lastStep, lastTimestamp) = (text, step, time.GetTimestamp());
            writer.WriteLine($"{Quantity.Seconds(progress.Elapsed.TotalSeconds),9}  {text}");
            writer.Flush();
        }
    }

    public void Announce(string sentence)
    {
        lock (gate)
        {
            writer.WriteLine(sentence);
            writer.Flush();
        }
    }

    public void Dispose()
    {
    }
}
