namespace Symbiosis.Cli.Running;

/// <summary>Names of engines on the command line.</summary>
internal static class EngineNames
{
    /// <summary>HiGHS in Node.js processes.</summary>
    public const string Highs = "highs";

    /// <summary>The CBC program.</summary>
    public const string Cbc = "cbc";

    /// <summary>All of them, the default first.</summary>
    public static readonly IReadOnlyList<string> All = [Highs, Cbc];
}
