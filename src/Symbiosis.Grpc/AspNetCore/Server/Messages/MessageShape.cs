using Google.Protobuf.Reflection;

namespace Grpc.AspNetCore.Server.Messages;

/// <summary>The fields of a message as far as the wire shows them, for <see cref="PayloadWalk"/>. Recursive types share one shape.</summary>
internal sealed class MessageShape
{
    private const int LargestTable = 512;

    private FieldShape[] _table = [];
    private Dictionary<int, FieldShape>? _others;

    private MessageShape()
    {
    }

    /// <summary>Whether the message, or one within it, can hold a string.</summary>
    public bool HasText { get; private set; }

    /// <summary>The field of a number.</summary>
    public FieldShape this[int number]
    {
        get
        {
            if ((uint)number < (uint)_table.Length)
                return _table[number];
            return _others is not null && _others.TryGetValue(number, out var shape) ? shape : default;
        }
    }

    /// <summary>The shape of a type.</summary>
    public static MessageShape Of(MessageDescriptor descriptor)
    {
        var known = new Dictionary<MessageDescriptor, MessageShape>();
        var shape = Of(descriptor, known);
        // Text anywhere within counts; with recursive types that is only known once all are there.
        for (var hasChanged = true; hasChanged;)
        {
            hasChanged = false;
            foreach (var one in known.Values.Where(one => !one.HasText && one.Fields.Any(field => field.IsText || field.Message?.HasText == true)))
                hasChanged = one.HasText = true;
        }

        return shape;
    }

    private IEnumerable<FieldShape> Fields => _table.Concat(_others?.Values.AsEnumerable() ?? []);

    private static MessageShape Of(MessageDescriptor descriptor, Dictionary<MessageDescriptor, MessageShape> known)
    {
        if (known.TryGetValue(descriptor, out var existing))
            return existing;
        var shape = known[descriptor] = new MessageShape();
        var fields = descriptor.Fields.InDeclarationOrder();
        shape._table = new FieldShape[fields.Select(field => field.FieldNumber).Where(number => number < LargestTable).DefaultIfEmpty(-1).Max() + 1];
        foreach (var field in fields)
        {
            var isMessage = field.FieldType == FieldType.Message;
            var one = new FieldShape(
                true, field.IsRepeated, field.FieldType == FieldType.String && IsProto3(field.File), isMessage ? Of(field.MessageType, known) : null);
            if (field.FieldNumber < shape._table.Length)
                shape._table[field.FieldNumber] = one;
            else
                (shape._others ??= [])[field.FieldNumber] = one;
        }

        return shape;
    }

    // Strings of proto2 may hold any bytes.
    private static bool IsProto3(FileDescriptor file) => file.ToProto().Syntax == "proto3";
}
