using System.CommandLine;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Commands;

/// <summary><c>--lang en|zh</c>, understood by every command.</summary>
internal static class LanguageOption
{
    private const string Name = "--lang";

    /// <summary>The language asked for, found before the command line is parsed, because the help texts need it; English unless it is known.</summary>
    public static Language Find(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == Name && i + 1 < arguments.Count && Parse(arguments[i + 1]) is { } next)
                return next;
            if (arguments[i].StartsWith(Name + "=", StringComparison.Ordinal) && Parse(arguments[i][(Name.Length + 1)..]) is { } joined)
                return joined;
        }

        return Language.English;
    }

    public static Option<string> Create(Language language) => new(Name)
    {
        Description = CommandMessages.LanguageOption.In(language),
        HelpName = "en|zh",
        Recursive = true,
    };

    /// <summary>Refuses a language the program does not speak.</summary>
    /// <exception cref="BadInputException">The language is unknown.</exception>
    public static void RequireKnown(ParseResult parsed)
    {
        if (parsed.GetValue<string>(Name) is { } text && Parse(text) is null)
            throw new BadInputException(CommandMessages.LanguageUnknown, text);
    }

    private static Language? Parse(string text) => text switch
    {
        "en" => Language.English,
        "zh" => Language.Chinese,
        _ => null,
    };
}
