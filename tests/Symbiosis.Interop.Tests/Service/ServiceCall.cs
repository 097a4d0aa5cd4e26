namespace Symbiosis.Interop.Tests.Service;

/// <summary>A call of OptimizationService.Optimize that a foreign client is to make.</summary>
/// <param name="ParkPath">Park as JSON, profiles inside.</param>
public sealed record ServiceCall(string ParkPath)
{
    /// <summary>Gap that suffices; null: the server's.</summary>
    public double? Gap { get; init; }

    /// <summary>Time of the search; null: the server's.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The call's deadline, whole seconds; null: none.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>After how many answers the client cancels the call; null: never.</summary>
    public int? CancelAfter { get; init; }
}
