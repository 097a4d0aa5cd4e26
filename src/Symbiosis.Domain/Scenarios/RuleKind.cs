namespace Symbiosis.Domain.Scenarios;

/// <summary>What a rule asks.</summary>
public enum RuleKind
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>It may not be built.</summary>
    Forbid = 1,

    /// <summary>It must be built.</summary>
    Require = 2,
}
