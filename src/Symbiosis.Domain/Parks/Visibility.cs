namespace Symbiosis.Domain.Parks;

/// <summary>How much of a plant's data others may see.</summary>
public enum Visibility
{
    /// <summary>Not said: public.</summary>
    Unspecified = 0,

    /// <summary>Everybody sees the figures.</summary>
    Public = 1,

    /// <summary>Others see ranges only.</summary>
    RangeOnly = 2,

    /// <summary>Others see only that the plant can be contacted.</summary>
    Hidden = 3,
}
