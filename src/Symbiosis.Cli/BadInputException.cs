using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli;

/// <summary>The command line or a file cannot be used. It ends the program with <see cref="ExitCode.BadInput"/>.</summary>
internal sealed class BadInputException(Message template, params object[] values) : Exception(template.In(Language.English, values))
{
    /// <summary>Cause and cure.</summary>
    public string Sentence(Language language) => template.In(language, values);
}
