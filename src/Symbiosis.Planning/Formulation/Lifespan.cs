using Symbiosis.Domain.Scenarios;

namespace Symbiosis.Planning.Formulation;

/// <summary>Whether something stands in the scenario's year.</summary>
internal static class Lifespan
{
    /// <summary>True without a year, or between the first and the last year, both inclusive.</summary>
    public static bool Stands(Scenario? scenario, int? firstYear, int? lastYear) =>
        scenario?.Year is not { } year || (year >= (firstYear ?? int.MinValue) && year <= (lastYear ?? int.MaxValue));
}
