namespace Grpc.Core;

/// <summary>Messages to bytes and back.</summary>
public class Marshaller<T>
{
    /// <summary>Creates it from functions over byte arrays.</summary>
    public Marshaller(Func<T, byte[]> serializer, Func<byte[], T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        Serializer = serializer;
        Deserializer = deserializer;
        ContextualSerializer = (message, context) => context.Complete(serializer(message));
        ContextualDeserializer = context => deserializer(context.PayloadAsNewBuffer());
    }

    /// <summary>Creates it from functions over the call's own buffers.</summary>
    public Marshaller(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        ContextualSerializer = serializer;
        ContextualDeserializer = deserializer;
        Serializer = _ => throw new NotSupportedException("This marshaller only works with a serialization context.");
        Deserializer = _ => throw new NotSupportedException("This marshaller only works with a deserialization context.");
    }

    /// <summary>Message to byte array; throws where the marshaller was made from contextual functions.</summary>
    public Func<T, byte[]> Serializer { get; }

    /// <summary>Byte array to message; throws where the marshaller was made from contextual functions.</summary>
    public Func<byte[], T> Deserializer { get; }

    /// <summary>Message into a buffer.</summary>
    public Action<T, SerializationContext> ContextualSerializer { get; }

    /// <summary>Message out of a buffer.</summary>
    public Func<DeserializationContext, T> ContextualDeserializer { get; }
}
