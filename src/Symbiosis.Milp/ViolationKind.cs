namespace Symbiosis.Milp;

/// <summary>What a solution breaks.</summary>
public enum ViolationKind
{
    /// <summary>A column bound.</summary>
    Bound,

    /// <summary>A side of a row.</summary>
    Row,

    /// <summary>A whole-number variable has a fraction.</summary>
    Integrality,

    /// <summary>A value is NaN or infinite.</summary>
    NotFinite,
}
