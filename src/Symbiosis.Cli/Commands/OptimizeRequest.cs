using System.Globalization;
using Symbiosis.Cli.Files;
using Symbiosis.Cli.Running;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Commands;

/// <summary>What the command line of <c>optimize</c> asks for, checked.</summary>
internal sealed record OptimizeRequest
{
    private const double MaxSeconds = 10_000_000;

    /// <summary>The park's file or folder.</summary>
    public required string ParkPath { get; init; }

    /// <summary>The scenario's file.</summary>
    public string? ScenarioPath { get; init; }

    /// <summary>Gap that suffices, share of today's gross cost, [0, 1]; absent: the planner's default.</summary>
    public double? Gap { get; init; }

    /// <summary>Time for the whole search; absent: no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>One of <see cref="EngineNames.All"/> where the command line says one: a server has a default of its own.</summary>
    public string? AskedEngineName { get; init; }

    /// <summary>The engine in this process: the one that was asked for, else the default.</summary>
    public string EngineName => AskedEngineName ?? EngineNames.All[0];

    /// <summary>Typical days in place of the park's.</summary>
    public int? TypicalDayCount { get; init; }

    /// <summary>Full path for the plan's JSON.</summary>
    public string? OutPath { get; init; }

    /// <summary>Full path for the model.</summary>
    public string? ExportMpsPath { get; init; }

    /// <summary>Only the plan's JSON on standard output.</summary>
    public bool IsJson { get; init; }

    /// <summary>All uncoupled pairs.</summary>
    public bool ShowsAllPairs { get; init; }

    /// <summary>No progress and no warnings.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>How far a server shall search; what is not said here is the server's to choose.</summary>
    public V1.SearchOptions ToSearchOptions()
    {
        var options = new V1.SearchOptions { Engine = AskedEngineName ?? "" };
        if (Gap is { } gap)
            options.Gap = gap;
        if (TimeLimit is { } limit)
            options.TimeLimitSeconds = limit.TotalSeconds;
        return options;
    }

    /// <summary>The engine's name, in any case; null: none was said.</summary>
    /// <exception cref="BadInputException">There is no such engine.</exception>
    public static string? ParseEngine(string? text)
    {
        if (text is null)
            return null;
        return EngineNames.All.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new BadInputException(CommandMessages.EngineUnknown, text, string.Join(", ", EngineNames.All));
    }

    /// <summary>A share such as 0.01, or a percentage such as 1%.</summary>
    /// <exception cref="BadInputException">It is neither, or outside [0, 1].</exception>
    public static double? ParseGap(string? text)
    {
        if (text is null)
            return null;

        var isPercent = text.EndsWith('%');
        var digits = isPercent ? text[..^1].TrimEnd() : text;
        if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            var share = isPercent ? value / 100 : value;
            if (share is >= 0 and <= 1)
                return share;
        }

        throw new BadInputException(CommandMessages.GapWrong, text);
    }

    /// <summary>Seconds.</summary>
    /// <exception cref="BadInputException">It is not a number above 0, or beyond reason.</exception>
    public static TimeSpan? ParseTimeLimit(string? text)
    {
        if (text is null)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= MaxSeconds)
            return TimeSpan.FromSeconds(seconds);
        throw new BadInputException(CommandMessages.TimeLimitWrong, text);
    }

    /// <summary>The full path of a file to be written.</summary>
    /// <exception cref="BadInputException">It cannot be written.</exception>
    public static string? ParseOutput(string? path, CliEnvironment environment) =>
        path is null ? null : FilePaths.RequireWritable(environment.WorkingFolder, path);
}
