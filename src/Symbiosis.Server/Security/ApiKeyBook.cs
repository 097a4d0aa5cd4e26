using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Symbiosis.Server.Configuration;

namespace Symbiosis.Server.Security;

/// <summary>The API keys that are known, of the configuration and of the file. Thread-safe.</summary>
internal sealed class ApiKeyBook : IDisposable
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    private static readonly ApiKeyEntry s_nobody = new() { Sha256 = new string('0', 64) };

    private readonly IReadOnlyDictionary<string, ApiKeyEntry> _fixed;
    private readonly WatchedFiles<IReadOnlyDictionary<string, ApiKeyEntry>>? _file;
    private readonly TimeProvider _time;

    /// <summary>Reads the file and watches it.</summary>
    /// <exception cref="OptionsException">An entry or the file cannot be used.</exception>
    public ApiKeyBook(ApiKeyOptions options, TimeProvider time, ILogger logger)
    {
        _time = time;
        _fixed = ById(options.Keys);
        if (options.Path is { } path)
            _file = new WatchedFiles<IReadOnlyDictionary<string, ApiKeyEntry>>("API keys", [path], options.ReloadInterval, files => ById(Parse(files[0])), time, logger);
    }

    /// <summary>Finds the caller of a key; null where it is unknown or expired.</summary>
    public Caller? Find(string text)
    {
        var id = ApiKey.IdOf(text);
        var entry = id is null ? null : _fixed.GetValueOrDefault(id) ?? _file?.Current.GetValueOrDefault(id);

        // An unknown id costs the same time as a known one.
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes((entry ?? s_nobody).Sha256), Encoding.ASCII.GetBytes(ApiKey.Hash(text)));
        if (entry is null || !isRight || entry.Expires <= _time.GetUtcNow())
            return null;
        return new Caller(entry.Tenant, $"key:{entry.Id}", entry.Scopes);
    }

    /// <summary>An entry as it stands in the file.</summary>
    public static string Write(ApiKeyEntry entry) => JsonSerializer.Serialize(entry, s_json);

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private static List<ApiKeyEntry> Parse(byte[] json) =>
        JsonSerializer.Deserialize<KeyFile>(json, s_json)?.Keys ?? throw new InvalidDataException("It is empty.");

    private static Dictionary<string, ApiKeyEntry> ById(IEnumerable<ApiKeyEntry> entries)
    {
        var known = new Dictionary<string, ApiKeyEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            Validator.ValidateObject(entry, new ValidationContext(entry), validateAllProperties: true);
            if (entry.Scopes.Except(Security.Scopes.All).FirstOrDefault() is { } unknown)
                throw new InvalidDataException($"Key {entry.Id} has the scope '{unknown}', which does not exist.");
            if (!known.TryAdd(entry.Id, entry))
                throw new InvalidDataException($"Key {entry.Id} stands there twice.");
        }

        return known;
    }

    private sealed class KeyFile
    {
        public List<ApiKeyEntry> Keys { get; set; } = [];
    }
}
