namespace Symbiosis.Domain.Partners;

/// <summary>How much of a partner's figures the asker may see.</summary>
public enum DisclosureLevel
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>The figures themselves.</summary>
    Full,

    /// <summary>Figures reckoned from ranges only; low and high say how wide they are.</summary>
    Ranges,

    /// <summary>Only that the plant can be contacted.</summary>
    Contact,
}
