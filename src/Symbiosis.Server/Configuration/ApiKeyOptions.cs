using System.ComponentModel.DataAnnotations;
using Symbiosis.Server.Security;

namespace Symbiosis.Server.Configuration;

/// <summary>API keys. The server knows their hashes only.</summary>
internal sealed class ApiKeyOptions
{
    /// <summary>JSON file <c>{ "keys": [ ... ] }</c> with the entries that <c>apikey new</c> prints; absent: none. Changes count within <see cref="ReloadInterval"/>.</summary>
    public string? Path { get; set; }

    /// <summary>Entries in the configuration itself; changes count after a restart.</summary>
    public List<ApiKeyEntry> Keys { get; set; } = [];

    /// <summary>How often the file is looked at.</summary>
    /// <value>Default 2 s; 0.1 s to 5 s: a revoked key is refused within 5 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:05")]
    public TimeSpan ReloadInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether keys are set up.</summary>
    public bool IsOn => Path is not null || Keys.Count > 0;
}
