using Symbiosis.Cli.Running;
using Symbiosis.Planning.Partners;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Cli;

/// <summary>All that the program takes from the machine, so that a test can give it something else.</summary>
internal sealed record CliEnvironment
{
    // A file or a pipe has no edge: wide enough that no table loses a column.
    private const int RedirectedWidth = 160;

    /// <summary>Where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where progress, warnings and faults go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Results go to a file or a pipe: no colours.</summary>
    public bool IsOutputRedirected { get; init; } = true;

    /// <summary>Progress goes to a file or a pipe: lines instead of a live display.</summary>
    public bool IsErrorRedirected { get; init; } = true;

    /// <summary>Width of a line, columns.</summary>
    public int Width { get; init; } = RedirectedWidth;

    /// <summary>Relative paths start here.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>Where the program's own files are.</summary>
    public required string ProgramFolder { get; init; }

    /// <summary>Clock of the progress display.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Finds plans.</summary>
    public required PlanSearch Search { get; init; }

    /// <summary>Explains pairs.</summary>
    public PairExplanationSearch Explain { get; init; } = EngineSearch.Explain;

    /// <summary>Looks for partners.</summary>
    public PartnerSearch FindPartners { get; init; } = (parks, catalogue, question, viewer) =>
        new PartnerFinder(PartnerIndex.Build(parks, TypicalValues.Of(catalogue))).Find(question, viewer);

    /// <summary>Key for servers, where the command line gives none; null: none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Calls back at the first request to stop (Ctrl-C, SIGTERM) until disposed.</summary>
    public required Func<Action, IDisposable> WatchStop { get; init; }

    /// <summary>Unexpected faults are shown with their stack trace.</summary>
    public bool ShowsStackTrace { get; init; }

    /// <summary>The machine as it is.</summary>
    public static CliEnvironment OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        IsOutputRedirected = Console.IsOutputRedirected,
        IsErrorRedirected = Console.IsErrorRedirected,
        Width = WidthOfProcess(),
        WorkingFolder = Environment.CurrentDirectory,
        ProgramFolder = AppContext.BaseDirectory,
        Search = EngineSearch.FindPlan,
        WatchStop = StopSignals.Watch,
        ApiKey = Environment.GetEnvironmentVariable("SYMBIOSIS_API_KEY") is { Length: > 0 } key ? key : null,
        ShowsStackTrace = Environment.GetEnvironmentVariable("SYMBIOSIS_STACK_TRACE") is "1",
    };

    private static int WidthOfProcess()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns >= 40)
            return columns;
        if (Console.IsOutputRedirected)
            return RedirectedWidth;

        // Some terminals (and CI shells with a pseudo terminal) report no width.
        return Console.WindowWidth is var width and >= 40 ? width : RedirectedWidth;
    }
}
