using System.Text;
using System.Text.Json;
using Google.Protobuf.Reflection;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>One walk of <see cref="JsonWalker"/>. Every method leaves the reader on the last token of the value it was given.</summary>
internal sealed class JsonWalk(FieldPath path, ViolationList violations)
{
    private const int MaxValueLength = 80;

    /// <summary>Walks the whole text. A syntax error throws and leaves the path where it happened.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public void Run(ReadOnlySpan<byte> json, MessageDescriptor descriptor)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonWalker.MaxDepth + 2 });
        if (!reader.Read()) return;
        WalkMessage(ref reader, descriptor);
        if (violations.IsFull) return;

        // Reads to the end so that text after the closing brace is found.
        while (reader.Read())
        {
        }
    }

    private void WalkMessage(ref Utf8JsonReader reader, MessageDescriptor descriptor)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Wrong(ref reader, "an object { }");
            reader.Skip();
            return;
        }

        var seen = new HashSet<int>();
        var seenUnknown = new HashSet<string>(StringComparer.Ordinal);
        var members = new Dictionary<OneofDescriptor, string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Text(ref reader);
            var field = key is null ? null : JsonFields.Of(descriptor, key);
            path.Push(field?.Name ?? Short(key ?? "?"));
            if (key is null) BrokenText("key");
            else if (field is null) Unknown(descriptor, key, seenUnknown.Add(key));
            else Once(field, key, seen, members);

            reader.Read();
            if (field is null) reader.Skip();
            else WalkField(ref reader, field);
            path.Pop();
            if (violations.IsFull) return;
        }
    }

    private void WalkField(ref Utf8JsonReader reader, FieldDescriptor field)
    {
        // Null means absent, as in protobuf JSON.
        if (reader.TokenType == JsonTokenType.Null) return;
        if (!field.IsRepeated)
        {
            WalkValue(ref reader, field);
            return;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Wrong(ref reader, "a list [ ]");
            reader.Skip();
            return;
        }

        var index = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            path.Push(index++);
            WalkValue(ref reader, field);
            path.Pop();
            if (violations.IsFull) return;
        }
    }

    private void WalkValue(ref Utf8JsonReader reader, FieldDescriptor field)
    {
        switch (field.FieldType)
        {
            case FieldType.Message:
                WalkMessage(ref reader, field.MessageType);
                return;
            case FieldType.Enum:
                WalkEnum(ref reader, field.EnumType);
                break;
            case FieldType.String:
                if (reader.TokenType != JsonTokenType.String) Wrong(ref reader, "a text in quotes");
                else if (Text(ref reader) is null) BrokenText("text");
                break;
            case FieldType.Bool:
                if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False)) Wrong(ref reader, "true or false");
                break;
            case FieldType.Double or FieldType.Float:
                WalkNumber(ref reader);
                break;
            default:
                WalkInteger(ref reader);
                break;
        }

        reader.Skip();
    }

    private void WalkNumber(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && Text(ref reader) is "NaN" or "Infinity" or "-Infinity")
        {
            violations.Error(path.ToString(), ViolationCodes.NotFinite, "The number is not finite. Leave the field out where there is no figure.", Raw(ref reader));
            return;
        }

        if (reader.TokenType != JsonTokenType.Number)
        {
            Wrong(ref reader, "a number without quotes and unit");
            return;
        }

        if (!reader.TryGetDouble(out var number) || !double.IsFinite(number))
            violations.Error(path.ToString(), ViolationCodes.NotFinite, "The number is too large to be represented.", Raw(ref reader));
    }

    private void WalkInteger(ref Utf8JsonReader reader)
    {
        var whole = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number)
            && number == Math.Floor(number) && number is >= int.MinValue and <= int.MaxValue;
        if (!whole) Wrong(ref reader, "a whole number");
    }

    private void WalkEnum(ref Utf8JsonReader reader, EnumDescriptor type)
    {
        var known = reader.TokenType switch
        {
            JsonTokenType.String => Text(ref reader) is { } name && type.FindValueByName(name) is not null,
            JsonTokenType.Number => reader.TryGetInt32(out var number) && type.FindValueByNumber(number) is not null,
            _ => false,
        };
        if (known) return;
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            Wrong(ref reader, "a name in quotes");
            return;
        }

        var names = type.Values.Where(value => value.Number != 0).Select(value => value.Name).ToList();
        var given = Raw(ref reader);
        violations.Error(
            path.ToString(),
            ViolationCodes.UnknownEnumValue,
            $"'{given}' is none of {string.Join(", ", names)}.{NearestName.Question(given, names)}",
            given);
    }

    private void Unknown(MessageDescriptor descriptor, string key, bool first)
    {
        if (!first)
        {
            violations.Error(path.ToString(), ViolationCodes.DuplicateKey, "The key stands twice in one object.", Short(key));
            return;
        }

        var names = descriptor.Fields.InDeclarationOrder().Select(field => field.Name).ToList();
        var question = NearestName.Question(key, names);
        violations.Error(path.ToString(), ViolationCodes.UnknownField, $"{descriptor.Name} has no field of this name.{question}", Short(key));
    }

    private void Once(FieldDescriptor field, string key, HashSet<int> seen, Dictionary<OneofDescriptor, string> members)
    {
        if (!seen.Add(field.FieldNumber))
        {
            violations.Error(path.ToString(), ViolationCodes.DuplicateKey, "The field stands twice in one object (camelCase and snake_case are the same field).", Short(key));
            return;
        }

        if (field.RealContainingOneof is not { } choice || members.TryAdd(choice, field.Name)) return;
        var sentence = $"Only one of {string.Join(", ", choice.Fields.Select(member => member.Name))} may be given; {members[choice]} stands there too.";
        violations.Error(path.ToString(), ViolationCodes.OneofConflict, sentence, Short(key));
    }

    private void Wrong(ref Utf8JsonReader reader, string expected)
    {
        var found = reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.String => "a text",
            JsonTokenType.Number => "a number",
            JsonTokenType.Null => "null",
            _ => "true or false",
        };
        violations.Error(path.ToString(), ViolationCodes.WrongType, $"Here stands {found}; {expected} is needed.", Raw(ref reader));
    }

    private void BrokenText(string what) =>
        violations.Error(path.ToString(), ViolationCodes.InvalidUtf8, $"The {what} holds half a surrogate pair (\\ud800 to \\udfff).");

    // Escapes can spell half a surrogate pair in valid UTF-8; the reader throws then.
    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Raw(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? "" : Short(Encoding.UTF8.GetString(reader.ValueSpan));

    private static string Short(string text) => text.Length <= MaxValueLength ? text : string.Concat(text.AsSpan(0, MaxValueLength), "...");
}
