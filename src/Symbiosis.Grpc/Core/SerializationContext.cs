using System.Buffers;

namespace Grpc.Core;

/// <summary>Where one outgoing message is written.</summary>
public abstract class SerializationContext
{
    /// <summary>Hands over the whole message.</summary>
    public virtual void Complete(byte[] payload) => throw new NotImplementedException();

    /// <summary>Buffer to write the message into; <see cref="Complete()"/> ends it.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotImplementedException();

    /// <summary>Says how many bytes will be written, before <see cref="GetBufferWriter"/>.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>The message in the buffer is complete.</summary>
    public virtual void Complete() => throw new NotImplementedException();
}
