namespace Symbiosis.Milp;

/// <summary>What went wrong with an engine.</summary>
public enum SolverFaultKind
{
    /// <summary>The engine's program or files are not there.</summary>
    NotInstalled,

    /// <summary>The engine's process ended by itself.</summary>
    Crashed,

    /// <summary>The engine answered something its protocol does not know.</summary>
    Protocol,

    /// <summary>The engine gave as its answer a solution that does not pass the check.</summary>
    LiedAboutFeasibility,

    /// <summary>The engine did not answer in time and was ended.</summary>
    Unresponsive,

    /// <summary>The engine reported an error of its own: an unknown option, a model it cannot take, no memory.</summary>
    EngineError,
}
