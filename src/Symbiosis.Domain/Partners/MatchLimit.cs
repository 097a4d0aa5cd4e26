namespace Symbiosis.Domain.Partners;

/// <summary>What keeps a match from being larger.</summary>
public enum MatchLimit
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>All that is offered is taken.</summary>
    Offer,

    /// <summary>All that is needed is met.</summary>
    Need,

    /// <summary>Part of the heat is too cold, or part of the need too hot.</summary>
    Temperature,

    /// <summary>The two profiles overlap only in part.</summary>
    Timing,

    /// <summary>No pipe size is larger, or a larger one costs more than it brings.</summary>
    PipeCapacity,

    /// <summary>The blend reaches a quality limit.</summary>
    Quality,

    /// <summary>The largest share of the material in the inlet is reached.</summary>
    Acceptance,

    /// <summary>The conveyor, pipe or mode carries no more.</summary>
    LinkCapacity,
}
