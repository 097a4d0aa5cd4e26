using System.Text;

namespace Grpc.Core;

/// <summary>Makes marshallers.</summary>
public static class Marshallers
{
    /// <summary>Text as UTF-8.</summary>
    public static Marshaller<string> StringMarshaller { get; } = new(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);

    /// <summary>From functions over byte arrays.</summary>
    public static Marshaller<T> Create<T>(Func<T, byte[]> serializer, Func<byte[], T> deserializer) => new(serializer, deserializer);

    /// <summary>From functions over the call's own buffers.</summary>
    public static Marshaller<T> Create<T>(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer) =>
        new(serializer, deserializer);
}
