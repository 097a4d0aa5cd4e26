using System.Collections.Concurrent;
using Google.Protobuf.Reflection;

namespace Symbiosis.Api.Reading;

/// <summary>A field with its rule. Plans are kept per message because reading options from a descriptor copies them every time.</summary>
internal sealed record FieldPlan(FieldDescriptor Field, V1.FieldRule Rule)
{
    private static readonly ConcurrentDictionary<string, FieldPlan[]> s_byMessage = new(StringComparer.Ordinal);

    /// <summary>Ids that the schema does not define park-wide are unique in the message around them.</summary>
    public bool IsLocalId => Field.Name == "id" && Field.FieldType == FieldType.String && Rule.Defines.Length == 0;

    public static FieldPlan[] Of(MessageDescriptor message) =>
        s_byMessage.GetOrAdd(message.FullName, _ => [.. message.Fields.InDeclarationOrder().Select(Read)]);

    private static FieldPlan Read(FieldDescriptor field) =>
        new(field, field.GetOptions()?.GetExtension(V1.RulesExtensions.Rule) ?? new V1.FieldRule());
}
