using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Google.Protobuf.Reflection;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>
/// Compares JSON with a message of the schema before it is parsed, so that all faults are told at once and each with its
/// path; the protobuf parser stops at the first and names a column only. Never throws on bad input.
/// </summary>
public static class JsonWalker
{
    /// <summary>Objects and lists may be nested this deeply; the schema needs a dozen.</summary>
    public const int MaxDepth = 64;

    /// <summary>Largest input unless the caller says otherwise: 256 MiB.</summary>
    public const int DefaultMaxByteCount = 256 * 1024 * 1024;

    /// <summary>All faults of the JSON, at most 100; empty where the protobuf parser will accept it.</summary>
    /// <param name="json">UTF-8, with or without a byte order mark.</param>
    /// <param name="descriptor">The message it should be.</param>
    /// <param name="root">First word of every path: park, scenario or catalogue.</param>
    /// <param name="maxByteCount">Longer input is refused unread.</param>
    public static IReadOnlyList<Violation> Walk(
        ReadOnlySpan<byte> json, MessageDescriptor descriptor, string root, int maxByteCount = DefaultMaxByteCount)
    {
        var violations = new ViolationList();
        if (json.Length > maxByteCount)
        {
            violations.Error(root, ViolationCodes.TooLarge, $"The text has {json.Length:#,0} bytes; at most {maxByteCount:#,0} are read.");
            return violations.Violations;
        }

        json = WithoutMark(json);
        if (!Utf8.IsValid(json))
        {
            violations.Error(root, ViolationCodes.InvalidUtf8, "The text is not valid UTF-8. Save the file as UTF-8.");
            return violations.Violations;
        }

        json = BareNumberNames.Quote(json);
        if (IsTooDeep(json))
        {
            violations.Error(root, ViolationCodes.TooDeep, $"Objects and lists are nested more than {MaxDepth} deep.");
            return violations.Violations;
        }

        var path = new FieldPath(root);
        try
        {
            new JsonWalk(path, violations).Run(json, descriptor);
        }
        catch (JsonException exception)
        {
            violations.Error(path.ToString(), ViolationCodes.InvalidJson, SyntaxSentence(exception));
        }

        return violations.Violations;
    }

    /// <summary>The text without a byte order mark at its start.</summary>
    internal static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) =>
        json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;

    // Before anything else and without recursion. A syntax error ends the scan; the walk tells it.
    private static bool IsTooDeep(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth + 2 });
        try
        {
            while (reader.Read())
            {
                // CurrentDepth counts what encloses the token, so the token that opens level 65 says 64.
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= MaxDepth) return true;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }

    private static string SyntaxSentence(JsonException exception)
    {
        var reason = exception.Message;
        var position = reason.IndexOf(" LineNumber:", StringComparison.Ordinal);
        if (position >= 0) reason = reason[..position];
        return $"The text is not JSON at line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}: {reason}";
    }
}
