using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Grpc.Json.OpenApi;

/// <summary>JSON schemas of messages and enums, each once under its full name, with all they refer to.</summary>
internal sealed class SchemaBuilder(ProtoComments comments)
{
    private const string ReferencePrefix = "#/components/schemas/";

    /// <summary>A google.rpc.Status; its details are of any type.</summary>
    public const string StatusName = "google.rpc.Status";

    private readonly SortedDictionary<string, JsonObject> _schemas = new(StringComparer.Ordinal);

    /// <summary>All schemas so far and that of an error.</summary>
    public JsonObject Schemas()
    {
        var all = new JsonObject();
        foreach (var (name, schema) in _schemas)
            all[name] = schema;
        all[StatusName] = StatusSchema();
        return all;
    }

    /// <summary>A reference to the schema under a name.</summary>
    public static JsonObject Reference(string name) => new() { ["$ref"] = ReferencePrefix + name };

    /// <summary>The schema of a message: a reference, or in place where JSON has a form of its own for it.</summary>
    public JsonObject Of(MessageDescriptor message)
    {
        if (WellKnown(message) is { } known) return known;
        if (!_schemas.ContainsKey(message.FullName))
        {
            // Entered before it is filled, because messages may contain themselves.
            var schema = new JsonObject();
            _schemas[message.FullName] = schema;
            Fill(schema, message);
        }

        return Reference(message.FullName);
    }

    private void Fill(JsonObject schema, MessageDescriptor message)
    {
        var choices = message.Oneofs.Where(choice => !choice.IsSynthetic)
            .Select(choice => $"At most one of {string.Join(", ", choice.Fields.Select(field => field.Name))}.");
        Describe(schema, string.Join(' ', choices.Prepend(comments.Of(message)).Where(text => text.Length > 0)));
        schema["type"] = "object";
        var properties = new JsonObject();
        foreach (var field in message.Fields.InDeclarationOrder())
            properties[field.Name] = OfField(field);
        schema["properties"] = properties;
    }

    private JsonObject OfField(FieldDescriptor field)
    {
        var schema = field switch
        {
            { IsMap: true } => new JsonObject { ["type"] = "object", ["additionalProperties"] = OfValue(field.MessageType.FindFieldByNumber(2)) },
            { IsRepeated: true } => new JsonObject { ["type"] = "array", ["items"] = OfValue(field) },
            _ => OfValue(field),
        };
        var comment = comments.Of(field);
        Describe(schema, comment);
        if (comment.StartsWith("Output only.", StringComparison.Ordinal)) schema["readOnly"] = true;
        if (field.GetOptions()?.Deprecated == true) schema["deprecated"] = true;
        return schema;
    }

    private JsonObject OfValue(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message or FieldType.Group => Of(field.MessageType),
        FieldType.Enum => OfEnum(field.EnumType),
        FieldType.Bool => Typed("boolean"),
        FieldType.String => Typed("string"),
        FieldType.Bytes => new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" },
        FieldType.Double => Typed("number", "double"),
        FieldType.Float => Typed("number", "float"),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => Typed("integer", "int32"),
        FieldType.UInt32 or FieldType.Fixed32 => new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = uint.MaxValue },
        FieldType.UInt64 or FieldType.Fixed64 => Typed("string", "uint64"),
        _ => Typed("string", "int64"),
    };

    private JsonObject OfEnum(EnumDescriptor type)
    {
        if (type.FullName == "google.protobuf.NullValue") return Typed("null");
        if (!_schemas.ContainsKey(type.FullName))
        {
            var schema = new JsonObject();
            var lines = type.Values.Where(value => comments.Of(value).Length > 0).Select(value => $"- {value.Name}: {comments.Of(value)}");
            Describe(schema, string.Join('\n', lines.Prepend(comments.Of(type)).Where(text => text.Length > 0)));
            schema["type"] = "string";
            schema["enum"] = new JsonArray([.. type.Values.Select(value => JsonValue.Create(value.Name))]);
            _schemas[type.FullName] = schema;
        }

        return Reference(type.FullName);
    }

    private JsonObject? WellKnown(MessageDescriptor message)
    {
        if (message.File.Package != "google.protobuf") return null;
        if (message == Timestamp.Descriptor) return Typed("string", "date-time");
        if (message == Duration.Descriptor) return new JsonObject { ["type"] = "string", ["pattern"] = @"^-?[0-9]+(\.[0-9]{1,9})?s$" };
        if (message == FieldMask.Descriptor) return Typed("string");
        if (message == Struct.Descriptor) return Typed("object");
        if (message == ListValue.Descriptor) return Typed("array");
        if (message == Value.Descriptor) return [];
        if (message == Any.Descriptor) return AnySchema();
        return message.File == WrappersReflection.Descriptor ? OfValue(message.FindFieldByNumber(1)) : null;
    }

    private static JsonObject StatusSchema() => new()
    {
        ["description"] = "Why a call failed.",
        ["type"] = "object",
        ["required"] = new JsonArray("code", "message", "details"),
        ["properties"] = new JsonObject
        {
            ["code"] = new JsonObject { ["type"] = "integer", ["format"] = "int32", ["description"] = "Code of google.rpc.Code." },
            ["message"] = new JsonObject { ["type"] = "string", ["description"] = "In words." },
            ["details"] = new JsonObject
            {
                ["type"] = "array",
                ["description"] = "For programs, for example google.rpc.BadRequest with all faulty fields, google.rpc.RetryInfo.",
                ["items"] = AnySchema(),
            },
        },
    };

    private static JsonObject AnySchema() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("@type"),
        ["properties"] = new JsonObject { ["@type"] = new JsonObject { ["type"] = "string", ["description"] = "Name of the message's type after a slash." } },
        ["additionalProperties"] = true,
    };

    private static JsonObject Typed(string type, string? format = null)
    {
        var schema = new JsonObject { ["type"] = type };
        if (format is not null) schema["format"] = format;
        return schema;
    }

    private static void Describe(JsonObject schema, string text)
    {
        if (text.Length > 0) schema["description"] = text;
    }
}
