using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>The only way from JSON or a message to a <see cref="Scenario"/>; what it names must exist in its park.</summary>
public static class ScenarioReader
{
    /// <summary>First word of the paths of a scenario's violations.</summary>
    public const string Root = ScenarioValidator.Root;

    /// <summary>Reads a scenario for a park.</summary>
    public static Validated<Scenario> ReadJson(ReadOnlySpan<byte> json, Park park, int maxByteCount = JsonWalker.DefaultMaxByteCount)
    {
        var message = ParseJson(json, maxByteCount);
        return message.IsValid ? Read(message.Value, park) : Validated<Scenario>.Create(null, message.Violations);
    }

    /// <summary>Only compares the text with the schema and parses it.</summary>
    public static Validated<V1.Scenario> ParseJson(ReadOnlySpan<byte> json, int maxByteCount = JsonWalker.DefaultMaxByteCount) =>
        ProtoJson.Parse<V1.Scenario>(json, Root, maxByteCount);

    /// <summary>Checks a message against the rules and the park, and makes the scenario of it.</summary>
    public static Validated<Scenario> Read(V1.Scenario message, Park park)
    {
        var broken = ProtoRules.Check(message, Root, KnownIds.Of(park));
        var scenario = ScenarioMapping.Read(message);
        var found = ScenarioValidator.Validate(scenario, park);
        return Validated<Scenario>.Create(scenario, broken.Concat(Consequences.Without(broken, found, Root)));
    }
}
