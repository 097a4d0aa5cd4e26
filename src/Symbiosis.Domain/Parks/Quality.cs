namespace Symbiosis.Domain.Parks;

/// <summary>How much a figure can be trusted.</summary>
public enum Quality
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>Measured at the plant itself.</summary>
    Measured = 1,

    /// <summary>Stands in a published source.</summary>
    Sourced = 2,

    /// <summary>Computed from sourced figures; the note says how.</summary>
    Derived = 3,

    /// <summary>An engineering estimate.</summary>
    Estimate = 4,

    /// <summary>Invented to illustrate; no such plant or figure exists.</summary>
    Illustrative = 5,
}
