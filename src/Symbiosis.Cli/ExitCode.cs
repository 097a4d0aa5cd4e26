namespace Symbiosis.Cli;

/// <summary>What the program tells the shell. The numbers are for scripts and are never changed.</summary>
internal enum ExitCode
{
    /// <summary>Done: a plan within the gap that was asked for, or a valid file.</summary>
    Ok = 0,

    /// <summary>A fault of the machine or of the program, for example a missing engine.</summary>
    Fault = 1,

    /// <summary>The command line or a file is not as it must be.</summary>
    BadInput = 2,

    /// <summary>It is proven that no plan can exist.</summary>
    NoFeasiblePlan = 3,

    /// <summary>Ended by the time limit or by Ctrl-C before the gap was reached, with or without a plan.</summary>
    StoppedAtLimit = 4,
}
