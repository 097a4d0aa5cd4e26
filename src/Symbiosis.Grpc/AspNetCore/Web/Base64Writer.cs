using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;

namespace Grpc.AspNetCore.Web;

/// <summary>Writes base64. Every flush ends in padding, so that what was flushed can be decoded at once.</summary>
internal sealed class Base64Writer(PipeWriter inner) : PipeWriter
{
    private const int GroupLength = 3;
    private const int ChunkLength = GroupLength * 1024;

    private byte[] _pending = new byte[ChunkLength];
    private int _pendingCount;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes + _pendingCount;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        // Fewer than three bytes are ever left over, so copying them is cheap.
        if (_pending.Length - _pendingCount < Math.Max(sizeHint, 1))
            Array.Resize(ref _pending, _pendingCount + sizeHint);
        return _pending.AsMemory(_pendingCount);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, _pending.Length - _pendingCount);
        _pendingCount += bytes;
        var whole = _pendingCount / GroupLength * GroupLength;
        Encode(_pending.AsSpan(0, whole));
        _pending.AsSpan(whole, _pendingCount - whole).CopyTo(_pending);
        _pendingCount -= whole;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        Encode(_pending.AsSpan(0, _pendingCount));
        _pendingCount = 0;
        return inner.FlushAsync(cancellationToken);
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        this.Write(source.Span);
        return FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
    }

    private void Encode(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var chunk = bytes[..Math.Min(bytes.Length, ChunkLength)];
            var target = inner.GetSpan(Base64.GetMaxEncodedToUtf8Length(chunk.Length));
            Base64.EncodeToUtf8(chunk, target, out _, out var written);
            inner.Advance(written);
            bytes = bytes[chunk.Length..];
        }
    }
}
