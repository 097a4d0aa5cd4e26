using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using Grpc.Core;

namespace Grpc.AspNetCore.Web;

/// <summary>
/// Decodes base64 as it comes, in pieces of any length. Padding may stand after any group of four, because clients encode message by message.
/// </summary>
internal sealed class Base64RequestStream(PipeReader inner) : Stream
{
    private const int GroupLength = 4;
    private const int DecodedLength = 3;

    // What did not fit into the reader's buffer.
    private readonly byte[] _left = new byte[DecodedLength];
    private int _leftStart;
    private int _leftCount;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="RpcException">INTERNAL: the text is not base64 or ends inside a group.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return 0;
        while (true)
        {
            if (_leftCount > 0) return TakeLeft(buffer.Span);
            var result = await inner.ReadAsync(cancellationToken);
            if (result.IsCanceled) throw new OperationCanceledException("Reading the request was cancelled.");
            var (written, consumed) = Decode(result.Buffer, buffer.Span);
            var isEnd = result.IsCompleted && consumed == result.Buffer.Length;
            var isCut = result.IsCompleted && result.Buffer.Length - consumed is > 0 and < GroupLength;
            var position = result.Buffer.GetPosition(consumed);

            // Examined whole only where more text is needed: else the next read must return at once.
            inner.AdvanceTo(position, consumed == 0 ? result.Buffer.End : position);
            if (written > 0) return written;
            if (isCut) throw Internal("Unexpected end of data when reading base64 content.");
            if (isEnd && _leftCount == 0) return 0;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Only asynchronous reads.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    private (int Written, long Consumed) Decode(ReadOnlySequence<byte> text, Span<byte> target)
    {
        var written = 0;
        long consumed = 0;
        Span<byte> group = stackalloc byte[GroupLength];
        while (text.Length - consumed >= GroupLength)
        {
            var rest = text.Slice(consumed);
            var straight = StraightLength(rest.FirstSpan, target.Length - written);
            if (straight > 0)
            {
                if (Base64.DecodeFromUtf8(rest.FirstSpan[..straight], target[written..], out _, out var count) != OperationStatus.Done) throw NotBase64();
                written += count;
                consumed += straight;
                continue;
            }

            rest.Slice(0, GroupLength).CopyTo(group);
            if (Base64.DecodeFromUtf8(group, _left, out var used, out var decoded) != OperationStatus.Done || used != GroupLength) throw NotBase64();
            consumed += GroupLength;
            (_leftStart, _leftCount) = (0, decoded);
            written += TakeLeft(target[written..]);
            if (_leftCount > 0) break;
        }

        return (written, consumed);
    }

    // Whole groups without padding that lie in one piece and fit. Anything else goes group by group.
    private static int StraightLength(ReadOnlySpan<byte> text, int room)
    {
        var padding = text.IndexOf((byte)'=');
        var length = (padding < 0 ? text.Length : padding) / GroupLength * GroupLength;
        return Math.Min(length, room / DecodedLength * GroupLength);
    }

    private int TakeLeft(Span<byte> target)
    {
        var count = Math.Min(_leftCount, target.Length);
        _left.AsSpan(_leftStart, count).CopyTo(target);
        _leftStart += count;
        _leftCount -= count;
        return count;
    }

    private static RpcException NotBase64() => Internal("The request is not valid base64.");

    private static RpcException Internal(string text) => new(new Status(StatusCode.Internal, text));
}
