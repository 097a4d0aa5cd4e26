namespace Symbiosis.Pinch.Cascading;

/// <summary>Where a pinch lies.</summary>
public enum PinchKind
{
    /// <summary>Between two parts of the process: heat is missing above and left over below.</summary>
    Process,

    /// <summary>The hot end of a threshold problem: no hot utility is needed.</summary>
    HotEnd,

    /// <summary>The cold end of a threshold problem: no cold utility is needed.</summary>
    ColdEnd,
}
