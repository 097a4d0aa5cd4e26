using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Servers;

/// <summary>A server did not do what was asked.</summary>
/// <param name="code">How the program ends.</param>
/// <param name="template">Cause and cure.</param>
/// <param name="values">Its values.</param>
internal sealed class ServerException(ExitCode code, Message template, params object[] values) : Exception(template.In(Language.English, values))
{
    /// <summary>How the program ends.</summary>
    public ExitCode Code => code;

    /// <summary>What the server found wrong with the input; empty where that was not it.</summary>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>Violations that the server left out of its answer.</summary>
    public int OmittedCount { get; init; }

    /// <summary>Cause and cure.</summary>
    public string Sentence(Language language) => template.In(language, values);
}
