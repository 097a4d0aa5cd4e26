using System.CommandLine;
using System.Globalization;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Commands;

/// <summary>Arguments and options that several commands take. Numbers stay texts here and are parsed by us, for the sake of a clear sentence.</summary>
internal static class SharedOptions
{
    private const int MaxTypicalDayCount = 366;

    public static Argument<string> Park(Language language) => new("PARK") { Description = CommandMessages.ParkArgument.In(language) };

    public static Option<string?> Scenario(Language language) => Text("--scenario", "FILE", CommandMessages.ScenarioOption.In(language));

    public static Option<string?> TypicalDays(Language language) => Text("--typical-days", "N", CommandMessages.TypicalDaysOption.In(language));

    public static Option<bool> Json(Language language) => new("--json") { Description = CommandMessages.JsonOption.In(language) };

    /// <summary>An option with a value.</summary>
    public static Option<string?> Text(string name, string valueName, string description) => new(name) { Description = description, HelpName = valueName };

    /// <summary>The number of typical days, 1 to 366; absent where none is given.</summary>
    /// <exception cref="BadInputException">It is not such a number.</exception>
    public static int? ParseTypicalDays(string? text)
    {
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MaxTypicalDayCount)
            return count;
        throw new BadInputException(CommandMessages.TypicalDaysWrong, text);
    }
}
