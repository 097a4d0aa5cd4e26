using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>
/// The only way from JSON or a message to a <see cref="Park"/>. Each stage tells all it finds: the text against the schema;
/// then the schema's rules and the park's own sense together.
/// </summary>
public static class ParkReader
{
    /// <summary>First word of the paths of a park's violations.</summary>
    public const string Root = ParkValidator.Root;

    /// <summary>Reads a park whose profiles are all inside; see <see cref="ParkFile"/> for a park with a CSV beside it.</summary>
    public static Validated<Park> ReadJson(ReadOnlySpan<byte> json, int maxByteCount = JsonWalker.DefaultMaxByteCount)
    {
        var message = ParseJson(json, maxByteCount);
        return message.IsValid ? Read(message.Value) : Validated<Park>.Create(null, message.Violations);
    }

    /// <summary>Only compares the text with the schema and parses it; ranges, ids and sense are not looked at.</summary>
    public static Validated<V1.Park> ParseJson(ReadOnlySpan<byte> json, int maxByteCount = JsonWalker.DefaultMaxByteCount) =>
        ProtoJson.Parse<V1.Park>(json, Root, maxByteCount);

    /// <summary>Checks a message and makes the park of it.</summary>
    public static Validated<Park> Read(V1.Park message)
    {
        var broken = ProtoRules.Check(message, Root).ToList();
        if (message.ProfilesCsv.Length > 0)
        {
            broken.Add(new Violation(
                $"{Root}.profiles_csv",
                ViolationCodes.ProfilesCsvNotMerged,
                "The profiles stand in a file beside the park. Merge its columns into the park before it is sent.",
                message.ProfilesCsv));
        }

        var park = ParkMapping.Read(message);
        return Validated<Park>.Create(park, broken.Concat(Consequences.Without(broken, ParkValidator.Validate(park), Root)));
    }
}
