using System.Globalization;
using Symbiosis.Server.Security;

namespace Symbiosis.Server.Hosting;

/// <summary><c>apikey new</c>: makes a key, shows it once, and shows the entry for the key file.</summary>
internal static class ApiKeyCommand
{
    private static readonly string[] s_names = ["--tenant", "--scopes", "--expires"];

    /// <summary>How it is called.</summary>
    public static readonly string Usage =
        $"apikey new --tenant NAME --scopes {string.Join(',', Scopes.All)} [--expires 2027-12-31]";

    /// <summary>Runs with the words behind <c>apikey</c>.</summary>
    public static ExitCode Run(IReadOnlyList<string> words, TextWriter output, TextWriter error, TimeProvider time)
    {
        if (words.Count == 0 || words[0] != "new" || Parse(words.Skip(1).ToList()) is not { } given)
            return Refuse(error, $"It is called so: {Usage}");
        if (!given.TryGetValue("--tenant", out var tenant) || tenant.Length == 0)
            return Refuse(error, $"--tenant is missing. {Usage}");
        var scopes = given.GetValueOrDefault("--scopes", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (scopes.Length == 0 || scopes.Except(Scopes.All).Any())
            return Refuse(error, $"--scopes must name some of {string.Join(", ", Scopes.All)}, separated by commas.");

        DateTimeOffset? expires = null;
        if (given.TryGetValue("--expires", out var text))
        {
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) || parsed <= time.GetUtcNow())
                return Refuse(error, $"--expires must be a day or time to come, as 2027-12-31; '{text}' is not.");
            expires = parsed;
        }

        var (key, entry) = ApiKey.Create(tenant, scopes, expires);
        output.WriteLine(key);
        error.WriteLine("This is the key; it is not shown again. Its entry for the list \"keys\" of the key file:");
        error.WriteLine(ApiKeyBook.Write(entry));
        return ExitCode.Ok;
    }

    private static Dictionary<string, string>? Parse(List<string> words)
    {
        var given = new Dictionary<string, string>();
        for (var i = 0; i < words.Count; i += 2)
        {
            if (!s_names.Contains(words[i]) || i + 1 == words.Count || !given.TryAdd(words[i], words[i + 1]))
                return null;
        }

        return given;
    }

    private static ExitCode Refuse(TextWriter error, string sentence)
    {
        error.WriteLine(sentence);
        return ExitCode.BadInput;
    }
}
