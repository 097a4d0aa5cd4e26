namespace Symbiosis.Domain.Parks;

/// <summary>How a storage's content at the start and the end relate.</summary>
public enum StorageBoundary
{
    /// <summary>Not said: cyclic within each typical day.</summary>
    Unspecified = 0,

    /// <summary>Level at the end of each typical day equals that at its start.</summary>
    CyclicDay = 1,

    /// <summary>
    /// Level at the end of the horizon equals that at its start; levels pass from day to day in the order of the
    /// periods.
    /// </summary>
    CyclicHorizon = 2,

    /// <summary>Starts at initial_fraction and ends anywhere.</summary>
    FreeEnd = 3,

    /// <summary>Starts at initial_fraction and ends at final_fraction.</summary>
    Fixed = 4,
}
