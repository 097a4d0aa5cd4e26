using System.ComponentModel.DataAnnotations;

namespace Symbiosis.Server.Configuration;

/// <summary>Looking for partners. MB are 2^20 bytes.</summary>
internal sealed class PartnerOptions
{
    /// <summary>Folder of parks that callers may name: <c>PARK/park.json</c> with its CSV beside it, or <c>PARK.json</c>. All callers with the scope see them, as far as visibility says.</summary>
    /// <value>Default: none are kept.</value>
    public string? ParksFolder { get; set; }

    /// <summary>How often the folder is looked at. Every file is read then.</summary>
    /// <value>Default 5 s; 0.1 s to 1 h.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan ReloadInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Parks, or sets of parks that were asked about together, that are kept ready for the next question.</summary>
    /// <value>Default 32; 0 to 10,000.</value>
    [Range(0, 10_000)]
    public int CacheCount { get; set; } = 32;

    /// <summary>Their size as messages, all together; ready for questions they take several times as much memory.</summary>
    /// <value>Default 64 MB; 0 to 65,536.</value>
    [Range(0, 65_536)]
    public int CacheMb { get; set; } = 64;
}
