using Symbiosis.Api.Reading;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Server.Optimizing;

/// <summary>Checks a request; all its faults are told together.</summary>
internal static class RequestReading
{
    private const string OptionsRoot = "options";

    /// <summary>Reads park, scenario and options. A scenario is looked at once the park is right, for it speaks of the park.</summary>
    /// <param name="park">Park; null: none was sent.</param>
    /// <param name="scenario">Scenario; null: none was sent.</param>
    /// <param name="options">Options; null: none were sent.</param>
    /// <param name="engineNames">Engines that may be asked for.</param>
    public static Validated<SearchRequest> Read(V1.Park? park, V1.Scenario? scenario, V1.SearchOptions? options, IReadOnlyList<string> engineNames)
    {
        var violations = new List<Violation>(OptionViolations(options, engineNames));
        if (park is null)
        {
            violations.Add(new Violation(ParkReader.Root, ViolationCodes.Required, "park must be given.", ""));
            return Validated<SearchRequest>.Create(null, violations);
        }

        var read = ParkReader.Read(park);
        violations.AddRange(read.Violations);
        if (!read.IsValid)
            return Validated<SearchRequest>.Create(null, violations);

        Scenario? change = null;
        if (scenario is not null)
        {
            var changed = ScenarioReader.Read(scenario, read.Value);
            violations.AddRange(changed.Violations);
            change = changed.Value;
        }

        var limit = options is { HasTimeLimitSeconds: true } ? TimeSpan.FromSeconds(Math.Clamp(options.TimeLimitSeconds, 0, 1e8)) : (TimeSpan?)null;
        var request = new SearchRequest(read.Value, change, options?.Engine ?? "", options is { HasGap: true } ? options.Gap : null, limit);
        return Validated<SearchRequest>.Create(request, violations);
    }

    private static IEnumerable<Violation> OptionViolations(V1.SearchOptions? options, IReadOnlyList<string> engineNames)
    {
        if (options is null)
            yield break;
        foreach (var violation in ProtoRules.Check(options, OptionsRoot))
            yield return violation;
        if (options.Engine.Length > 0 && !engineNames.Contains(options.Engine))
        {
            yield return new Violation(
                $"{OptionsRoot}.engine", ViolationCodes.UnknownId, $"This server has no such engine; it has {string.Join(", ", engineNames)}.", options.Engine);
        }
    }
}
