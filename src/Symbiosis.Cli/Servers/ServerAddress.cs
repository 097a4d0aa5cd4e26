using Symbiosis.Cli.Files;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Servers;

/// <summary>A server, and how to be let in.</summary>
/// <param name="Url">http or https, host and port.</param>
/// <param name="ApiKey">Key; null: none.</param>
/// <param name="CaCertificatePath">Full path of the PEM file with the authorities to trust; null: the machine's.</param>
internal sealed record ServerAddress(Uri Url, string? ApiKey, string? CaCertificatePath)
{
    /// <summary>What the command line says; null where it names no server.</summary>
    /// <exception cref="BadInputException">The address is none, a file is missing, or an option has no server to go with.</exception>
    public static ServerAddress? Parse(string? url, string? apiKey, string? caCertificate, CliEnvironment environment)
    {
        if (url is null)
        {
            if ((apiKey is null ? caCertificate is null ? null : "--ca-certificate" : "--api-key") is { } lonely)
                throw new BadInputException(ServerMessages.ServerMissing, lonely);
            return null;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/")
            throw new BadInputException(ServerMessages.AddressWrong, url);

        var file = caCertificate is null ? null : FilePaths.FindFile(environment.WorkingFolder, caCertificate);
        return new ServerAddress(address, apiKey ?? environment.ApiKey, file);
    }

    /// <summary>Whether the key can be read on the way.</summary>
    public bool SendsKeyInCleartext => ApiKey is not null && Url is { Scheme: "http", IsLoopback: false };

    /// <summary>The address alone: a key must never come to a screen or a log.</summary>
    public override string ToString() => Url.GetLeftPart(UriPartial.Authority);
}
