using System.Collections.Concurrent;
using Google.Protobuf.Reflection;

namespace Symbiosis.Api.Reading;

/// <summary>Fields by the keys that protobuf JSON allows: snake_case as in the schema, and camelCase. Thread-safe.</summary>
internal static class JsonFields
{
    private static readonly ConcurrentDictionary<string, Dictionary<string, FieldDescriptor>> s_byMessage = new(StringComparer.Ordinal);

    public static FieldDescriptor? Of(MessageDescriptor message, string key) =>
        s_byMessage.GetOrAdd(message.FullName, _ => Index(message)).GetValueOrDefault(key);

    private static Dictionary<string, FieldDescriptor> Index(MessageDescriptor message)
    {
        var fields = new Dictionary<string, FieldDescriptor>(StringComparer.Ordinal);
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            fields[field.Name] = field;
            fields[field.JsonName] = field;
        }

        return fields;
    }
}
