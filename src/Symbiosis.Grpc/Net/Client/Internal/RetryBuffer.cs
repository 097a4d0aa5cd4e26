namespace Grpc.Net.Client.Internal;

/// <summary>Counts the bytes that all calls of a channel keep for retries.</summary>
internal sealed class RetryBuffer(long? maxByteCount, long? maxByteCountPerCall)
{
    private long _byteCount;

    /// <summary>Bytes kept now.</summary>
    public long ByteCount => Interlocked.Read(ref _byteCount);

    /// <summary>Keeps more bytes of a call; false: they do not fit, and nothing was counted.</summary>
    public bool TryKeep(long byteCount, long keptByCall)
    {
        if (keptByCall + byteCount > maxByteCountPerCall)
            return false;
        if (Interlocked.Add(ref _byteCount, byteCount) <= (maxByteCount ?? long.MaxValue))
            return true;
        Release(byteCount);
        return false;
    }

    /// <summary>No longer keeps them.</summary>
    public void Release(long byteCount) => Interlocked.Add(ref _byteCount, -byteCount);
}
