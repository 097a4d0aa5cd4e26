using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Scenarios;

namespace Symbiosis.Domain.Validation;

/// <summary>What a scenario must obey beyond its single fields, given its park.</summary>
public static class ScenarioValidator
{
    /// <summary>All violations; paths begin with <c>scenario</c>.</summary>
    public static IEnumerable<Violation> Validate(Scenario scenario, Park park) => [];
}
