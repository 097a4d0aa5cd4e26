using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Grpc.Core;

namespace Grpc.Json;

/// <summary>Collects what a gRPC server writes and gives it back message by message.</summary>
internal sealed class FrameWriter(Func<CancellationToken, ValueTask<FlushResult>> flush) : PipeWriter
{
    private const int HeaderLength = 5;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private int _taken;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _buffer.WrittenCount - _taken;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(sizeHint);

    public override void Advance(int bytes) => _buffer.Advance(bytes);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => flush(cancellationToken);

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }

    /// <summary>The next whole message; valid until the next write. False: there is none.</summary>
    /// <exception cref="RpcException">INTERNAL: the message is compressed, which was not asked for.</exception>
    public bool TryTake(out ReadOnlySpan<byte> message)
    {
        message = default;
        var rest = _buffer.WrittenSpan[_taken..];
        if (rest.Length < HeaderLength || rest.Length - HeaderLength < BinaryPrimitives.ReadInt32BigEndian(rest[1..]))
        {
            // All messages are taken, so the room can be used again; a message in pieces is rare and waits for the rest.
            if (rest.IsEmpty) Clear();
            return false;
        }

        if (rest[0] != 0) throw new RpcException(new Status(StatusCode.Internal, "The server compressed a message that has to be read as JSON."));
        message = rest.Slice(HeaderLength, BinaryPrimitives.ReadInt32BigEndian(rest[1..]));
        _taken += HeaderLength + message.Length;
        return true;
    }

    private void Clear()
    {
        _buffer.ResetWrittenCount();
        _taken = 0;
    }
}
