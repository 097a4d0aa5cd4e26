namespace Symbiosis.Domain.Plans;

/// <summary>What is known of a pair.</summary>
public enum PairFinding
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>The best plan couples it, or a plan that costs no more does.</summary>
    Coupled = 1,

    /// <summary>It cannot be coupled.</summary>
    Impossible = 2,

    /// <summary>It can be coupled and does not pay.</summary>
    DoesNotPay = 3,

    /// <summary>The search ended too early to tell.</summary>
    Undecided = 4,
}
