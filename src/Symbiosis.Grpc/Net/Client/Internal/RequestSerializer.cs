using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>Turns one message into its frame: header and payload in one pooled buffer, written in place.</summary>
internal sealed class RequestSerializer(int? maxMessageSize) : SerializationContext
{
    private const int InitialCapacity = 256;

    private PooledBufferWriter? _frame;
    private int _payloadCapacity = InitialCapacity;
    private bool _isComplete;

    /// <summary>The frame of a message; the caller disposes it.</summary>
    /// <exception cref="RpcException">The message is above the limit, or cannot be serialised.</exception>
    public static PooledBufferWriter Serialize<T>(Marshaller<T> marshaller, T message, ICompressionProvider? compression, int? maxMessageSize)
    {
        var serializer = new RequestSerializer(maxMessageSize);
        try
        {
            marshaller.ContextualSerializer(message, serializer);
            return serializer.Finish(compression);
        }
        catch (Exception exception)
        {
            serializer._frame?.Dispose();
            if (exception is RpcException)
                throw;
            throw new RpcException(new Status(StatusCode.Internal, $"The request cannot be serialised: {exception.Message}", exception));
        }
    }

    /// <inheritdoc/>
    public override void SetPayloadLength(int payloadLength)
    {
        RequireWithinLimit(payloadLength);
        _payloadCapacity = payloadLength;
    }

    /// <inheritdoc/>
    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (_frame is null)
        {
            _frame = new PooledBufferWriter(MessageHeader.Size + _payloadCapacity);
            _frame.Advance(MessageHeader.Size);
        }

        return _frame;
    }

    /// <inheritdoc/>
    public override void Complete() => _isComplete = true;

    /// <inheritdoc/>
    public override void Complete(byte[] payload)
    {
        SetPayloadLength(payload.Length);
        GetBufferWriter().Write(payload);
        _isComplete = true;
    }

    private PooledBufferWriter Finish(ICompressionProvider? compression)
    {
        if (!_isComplete)
            throw new InvalidOperationException("The marshaller did not complete the message.");
        GetBufferWriter();
        var plain = _frame!;
        var payloadLength = plain.WrittenCount - MessageHeader.Size;
        RequireWithinLimit(payloadLength);
        if (compression is null)
        {
            MessageHeader.Write(plain.WrittenSpan, isCompressed: false, payloadLength);
            return plain;
        }

        var compressed = new PooledBufferWriter(MessageHeader.Size + (payloadLength / 2));
        try
        {
            compressed.GetSpan(MessageHeader.Size);
            compressed.Advance(MessageHeader.Size);
            MessageCompression.Compress(compression, level: (CompressionLevel?)null, new ReadOnlySequence<byte>(plain.WrittenMemory[MessageHeader.Size..]), compressed);
            MessageHeader.Write(compressed.WrittenSpan, isCompressed: true, compressed.WrittenCount - MessageHeader.Size);
        }
        catch
        {
            compressed.Dispose();
            throw;
        }

        plain.Dispose();
        return compressed;
    }

    private void RequireWithinLimit(int payloadLength)
    {
        if (payloadLength > maxMessageSize)
            throw new RpcException(new Status(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size."));
    }
}
