namespace Symbiosis.Pinch.Drawing;

/// <summary>What a line of a chart stands for; it decides colour and dashes.</summary>
public enum SeriesRole
{
    /// <summary>Hot streams, sources.</summary>
    Hot,

    /// <summary>Cold streams, sinks.</summary>
    Cold,

    /// <summary>The cascade.</summary>
    Cascade,

    /// <summary>Utilities that heat.</summary>
    HotUtility,

    /// <summary>Utilities that cool or are generated.</summary>
    ColdUtility,
}
