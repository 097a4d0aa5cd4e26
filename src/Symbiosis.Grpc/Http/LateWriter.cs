using System.IO.Pipelines;

namespace Grpc.Http;

/// <summary>Chooses where to write at the first write. Completing it does nothing: the answer is completed by the server.</summary>
internal sealed class LateWriter(Func<PipeWriter> choose) : PipeWriter
{
    private PipeWriter? _chosen;

    public override bool CanGetUnflushedBytes => Chosen.CanGetUnflushedBytes;

    public override long UnflushedBytes => Chosen.UnflushedBytes;

    private PipeWriter Chosen => _chosen ??= choose();

    public override Memory<byte> GetMemory(int sizeHint = 0) => Chosen.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => Chosen.GetSpan(sizeHint);

    public override void Advance(int bytes) => Chosen.Advance(bytes);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => Chosen.FlushAsync(cancellationToken);

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
        Chosen.WriteAsync(source, cancellationToken);

    public override void CancelPendingFlush() => Chosen.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
    }
}
