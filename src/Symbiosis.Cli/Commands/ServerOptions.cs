using System.CommandLine;
using Symbiosis.Cli.Servers;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Commands;

/// <summary><c>--server</c>, <c>--api-key</c> and <c>--ca-certificate</c> of one command.</summary>
internal sealed class ServerOptions(Language language)
{
    private readonly Option<string?> url = SharedOptions.Text("--server", "URL", ServerMessages.ServerOption.In(language));
    private readonly Option<string?> apiKey = SharedOptions.Text("--api-key", "KEY", ServerMessages.ApiKeyOption.In(language));
    private readonly Option<string?> caCertificate = SharedOptions.Text("--ca-certificate", "FILE", ServerMessages.CaCertificateOption.In(language));

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        command.Add(url);
        command.Add(apiKey);
        command.Add(caCertificate);
    }

    /// <summary>The server; null: none is named.</summary>
    /// <exception cref="BadInputException">The options cannot be used.</exception>
    public ServerAddress? Parse(ParseResult parsed, CliEnvironment environment) =>
        ServerAddress.Parse(parsed.GetValue(url), parsed.GetValue(apiKey), parsed.GetValue(caCertificate), environment);
}
