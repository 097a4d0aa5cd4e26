namespace Symbiosis.Server.Solving;

/// <summary>Names of engines in requests and options.</summary>
internal static class EngineNames
{
    /// <summary>HiGHS in Node.js processes.</summary>
    public const string Highs = "highs";

    /// <summary>The CBC program.</summary>
    public const string Cbc = "cbc";
}
