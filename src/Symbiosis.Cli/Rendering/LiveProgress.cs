using Spectre.Console;
using Symbiosis.Cli.Wording;
using Symbiosis.Planning;

namespace Symbiosis.Cli.Rendering;

/// <summary>One line of a terminal that is written over and over; its seconds run on while the search is silent.</summary>
internal sealed class LiveProgress : IProgressDisplay
{
    private const string ClearLine = "\r\u001b[2K";
    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private readonly TextWriter writer;
    private readonly TimeProvider time;
    private readonly Language language;
    private readonly int width;
    private readonly long start;
    private readonly ITimer timer;
    private string text = "";
    private bool isDisposed;

    public LiveProgress(TextWriter writer, TimeProvider time, Language language, int width)
    {
        (this.writer, this.time, this.language, this.width) = (writer, time, language, width);
        start = time.GetTimestamp();
        timer = time.CreateTimer(_ => Draw(), null, TickInterval, TickInterval);
    }

    public void Show(PlanProgress progress)
    {
        lock (gate)
            text = ProgressText.Of(progress, language);
        Draw();
    }

    public void Announce(string sentence)
    {
        lock (gate)
            writer.WriteLine(ClearLine + sentence);
        Draw();
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            isDisposed = true;
            writer.Write(ClearLine);
            writer.Flush();
        }
    }

    private void Draw()
    {
        lock (gate)
        {
            // A tick may be waiting for the gate while the display is taken away.
            if (isDisposed)
                return;

            var line = $"{Quantity.Seconds(time.GetElapsedTime(start).TotalSeconds),9}  {text}";
            writer.Write(ClearLine + Cut(line));
            writer.Flush();
        }
    }

    // A line that wraps could not be cleared. Chinese signs are two columns wide.
    private string Cut(string line)
    {
        while (line.Length > 0 && line.GetCellWidth() >= width)
            line = line[..^1];
        return line;
    }
}
