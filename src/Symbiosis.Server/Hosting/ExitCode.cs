namespace Symbiosis.Server.Hosting;

/// <summary>How the program ends.</summary>
internal enum ExitCode
{
    /// <summary>It was told to end and did.</summary>
    Ok = 0,

    /// <summary>A fault of the machine or the program.</summary>
    Fault = 1,

    /// <summary>The command line or the settings cannot be used.</summary>
    BadInput = 2,
}
