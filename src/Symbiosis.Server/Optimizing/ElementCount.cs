using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Symbiosis.Server.Optimizing;

/// <summary>Counts what a message costs beside its bytes: sub-messages and repeated texts. Numbers of packed lists are bounded by their bytes.</summary>
internal static class ElementCount
{
    /// <summary>Counts; the message itself not included.</summary>
    public static long Of(IMessage message)
    {
        var count = 0L;
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.IsRepeated)
            {
                if (field.FieldType is not (FieldType.Message or FieldType.String or FieldType.Bytes))
                    continue;
                var list = (ICollection)field.Accessor.GetValue(message);
                count += list.Count;
                if (list is IEnumerable<IMessage> children)
                    count += children.Sum(Of);
            }
            else if (field.FieldType == FieldType.Message && field.Accessor.GetValue(message) is IMessage child)
            {
                count += 1 + Of(child);
            }
        }

        return count;
    }
}
