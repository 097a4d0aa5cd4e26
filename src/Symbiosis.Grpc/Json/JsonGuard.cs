using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Unicode;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Enum = System.Enum;

namespace Grpc.Json;

/// <summary>
/// Compares JSON with a message before it is parsed. The protobuf parser overflows the stack on deep nesting, replaces invalid UTF-8 silently and names no
/// path; here depth is at most 64, bytes must be UTF-8, and every unknown field or wrong type is told with path, line and column.
/// </summary>
internal sealed class JsonGuard(ReadOnlyMemory<byte> json, int maxElementCount)
{
    private const int MaxFaultCount = 100;

    private static readonly ConcurrentDictionary<MessageDescriptor, Dictionary<string, FieldDescriptor>> s_fields = new();

    private readonly List<BadRequest.Types.FieldViolation> _faults = [];
    private readonly JsonPath _path = new();
    private int _elementCount;

    private bool IsFull => _faults.Count >= MaxFaultCount;

    /// <summary>All faults, at most 100; those in the middle of the text end the search.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: too many elements.</exception>
    public IReadOnlyList<BadRequest.Types.FieldViolation> Check(MessageDescriptor type)
    {
        if (!Utf8.IsValid(json.Span))
        {
            AddFault("The body is not valid UTF-8.");
            return _faults;
        }

        try
        {
            var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = JsonCodec.MaxDepth });
            reader.Read();
            CheckMessage(ref reader, type);
            while (!IsFull && reader.Read())
            {
                // To the end, so that text after the closing brace is found.
            }
        }
        catch (JsonException exception)
        {
            AddFault($"line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}: {Reason(exception)}");
        }

        return _faults;
    }

    private static string Reason(JsonException exception)
    {
        var position = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return position < 0 ? exception.Message : exception.Message[..position];
    }

    // Every method leaves the reader on the last token of the value it was given.
    private void CheckMessage(ref Utf8JsonReader reader, MessageDescriptor type)
    {
        Count();
        if (CheckKnown(ref reader, type)) return;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Wrong(ref reader, "an object");
            return;
        }

        var seen = new HashSet<int>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref reader);
            var field = name is null ? null : Find(type, name);
            _path.Push(field?.Name ?? name ?? "?");
            if (field is null) AddFault(ref reader, $"{type.FullName} has no field of this name.");
            else if (!seen.Add(field.FieldNumber)) AddFault(ref reader, "The field stands twice in one object.");
            reader.Read();
            if (field is null) Skip(ref reader);
            else CheckField(ref reader, field);
            _path.Pop();
            if (IsFull) return;
        }
    }

    private void CheckField(ref Utf8JsonReader reader, FieldDescriptor field)
    {
        // Null means absent, but for a Value, where it is null.
        if (reader.TokenType == JsonTokenType.Null) Count();
        else if (field.IsMap) CheckMap(ref reader, field);
        else if (field.IsRepeated) CheckList(ref reader, field);
        else CheckValue(ref reader, field);
    }

    private void CheckList(ref Utf8JsonReader reader, FieldDescriptor field)
    {
        Count();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Wrong(ref reader, "a list");
            return;
        }

        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray && !IsFull; index++)
        {
            _path.Push(index);
            CheckValue(ref reader, field);
            _path.Pop();
        }
    }

    private void CheckMap(ref Utf8JsonReader reader, FieldDescriptor field)
    {
        Count();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Wrong(ref reader, "an object");
            return;
        }

        var value = field.MessageType.FindFieldByNumber(2);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !IsFull)
        {
            _path.PushKey(Text(ref reader) ?? "?");
            reader.Read();
            CheckValue(ref reader, value);
            _path.Pop();
        }
    }

    private void CheckValue(ref Utf8JsonReader reader, FieldDescriptor field)
    {
        if (field.FieldType is FieldType.Message or FieldType.Group) CheckMessage(ref reader, field.MessageType);
        else CheckScalar(ref reader, field);
    }

    private void CheckScalar(ref Utf8JsonReader reader, FieldDescriptor field)
    {
        Count();
        switch (field.FieldType)
        {
            case FieldType.Enum when field.EnumType.FullName == "google.protobuf.NullValue":
                break;
            case FieldType.Enum:
                CheckEnum(ref reader, field.EnumType);
                break;
            case FieldType.Bool:
                if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False)) Wrong(ref reader, "true or false");
                break;
            case FieldType.String or FieldType.Bytes:
                CheckText(ref reader);
                break;
            case FieldType.Double or FieldType.Float:
                CheckNumber(ref reader, field.FieldType == FieldType.Float ? float.MaxValue : double.MaxValue);
                break;
            default:
                CheckInteger(ref reader, field.FieldType);
                break;
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) Skip(ref reader);
    }

    private void CheckText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) Wrong(ref reader, "a text");
        else if (reader.ValueIsEscaped && Text(ref reader) is null) AddFault(ref reader, "The text holds half a surrogate pair.");
    }

    private void CheckNumber(ref Utf8JsonReader reader, double limit)
    {
        // Texts are "NaN", "Infinity" and numbers in quotes; the parser knows them.
        if (reader.TokenType == JsonTokenType.String) return;
        if (reader.TokenType != JsonTokenType.Number) Wrong(ref reader, "a number");
        else if (!reader.TryGetDouble(out var number) || Math.Abs(number) > limit) AddFault(ref reader, "The number is too large for the field.");
    }

    private void CheckInteger(ref Utf8JsonReader reader, FieldType type)
    {
        if (reader.TokenType == JsonTokenType.String) return;
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out var number) || number != Math.Floor(number))
        {
            Wrong(ref reader, "a whole number");
            return;
        }

        // 64-bit numbers at the very edge are left to the parser.
        var (low, high) = type switch
        {
            FieldType.UInt32 or FieldType.Fixed32 => (0, uint.MaxValue),
            FieldType.UInt64 or FieldType.Fixed64 => (0, ulong.MaxValue),
            FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => (long.MinValue, long.MaxValue),
            _ => ((double)int.MinValue, (double)int.MaxValue),
        };
        if (number < low || number > high) AddFault(ref reader, "The number is too large for the field.");
    }

    private void CheckEnum(ref Utf8JsonReader reader, EnumDescriptor type)
    {
        if (reader.TokenType == JsonTokenType.Number) return;
        if (reader.TokenType != JsonTokenType.String) Wrong(ref reader, "a name");
        else if (Text(ref reader) is not { } name || type.FindValueByName(name) is null)
            AddFault(ref reader, $"{type.FullName} has no value of this name: {string.Join(", ", type.Values.Select(value => value.Name))}.");
    }

    // Types with a JSON form of their own. False: an ordinary message.
    private bool CheckKnown(ref Utf8JsonReader reader, MessageDescriptor type)
    {
        if (type.File.Package != "google.protobuf") return false;
        if (type == Value.Descriptor || type == Any.Descriptor && reader.TokenType == JsonTokenType.StartObject)
            Skip(ref reader);
        else if (type == Struct.Descriptor)
            CheckOpen(ref reader, JsonTokenType.StartObject, "an object");
        else if (type == ListValue.Descriptor)
            CheckOpen(ref reader, JsonTokenType.StartArray, "a list");
        else if (type == Timestamp.Descriptor || type == Duration.Descriptor || type == FieldMask.Descriptor)
            CheckOpen(ref reader, JsonTokenType.String, "a text");
        else if (type.File == WrappersReflection.Descriptor)
            CheckScalar(ref reader, type.FindFieldByNumber(1));
        else
            return false;
        return true;
    }

    private void CheckOpen(ref Utf8JsonReader reader, JsonTokenType expected, string what)
    {
        if (reader.TokenType == expected) Skip(ref reader);
        else Wrong(ref reader, what);
    }

    private static FieldDescriptor? Find(MessageDescriptor type, string name) => s_fields.GetOrAdd(type, FieldsByName).GetValueOrDefault(name);

    // Both spellings. Where one field's camelCase is another's name, the name wins.
    private static Dictionary<string, FieldDescriptor> FieldsByName(MessageDescriptor type)
    {
        var fields = type.Fields.InDeclarationOrder().ToDictionary(field => field.Name);
        foreach (var field in type.Fields.InDeclarationOrder())
            fields.TryAdd(field.JsonName, field);
        return fields;
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
            _ => Enum.GetName(reader.TokenType)!.ToLowerInvariant(),
        };
        AddFault(ref reader, $"Here stands {found}; {expected} is needed.");
        Skip(ref reader);
    }

    // Like the reader's own Skip, but counting.
    private void Skip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return;
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && Text(ref reader) is null)
                AddFault(ref reader, "The text holds half a surrogate pair.");
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray)) Count();
        }
    }

    private void Count()
    {
        if (++_elementCount <= maxElementCount) return;
        throw new RpcException(new Core.Status(StatusCode.ResourceExhausted, $"The body has more than {maxElementCount} objects, lists and values."));
    }

    private void AddFault(ref Utf8JsonReader reader, string text)
    {
        if (IsFull) return;
        var before = json.Span[..(int)reader.TokenStartIndex];
        var column = before.Length - before.LastIndexOf((byte)'\n');
        AddFault($"line {before.Count((byte)'\n') + 1}, column {column}: {text}");
    }

    private void AddFault(string text)
    {
        if (!IsFull) _faults.Add(new BadRequest.Types.FieldViolation { Field = _path.ToString(), Description = text });
    }

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
}
