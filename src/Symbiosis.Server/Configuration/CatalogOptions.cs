using System.ComponentModel.DataAnnotations;

namespace Symbiosis.Server.Configuration;

/// <summary>The catalogue.</summary>
internal sealed class CatalogOptions
{
    /// <summary>Folder of its JSON files.</summary>
    /// <value>Default: folder <c>catalogue</c> beside the program.</value>
    public string? Folder { get; set; }

    /// <summary>Secret text that page tokens are signed with; servers behind one address need the same.</summary>
    /// <value>Default: made at start, so that a token does not outlive the process; at least 32 characters.</value>
    [MinLength(32)]
    public string? PageTokenSecret { get; set; }
}
