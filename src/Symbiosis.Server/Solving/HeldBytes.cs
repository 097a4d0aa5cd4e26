namespace Symbiosis.Server.Solving;

/// <summary>Bounds the bytes of requests that wait or are worked on. Thread-safe.</summary>
internal sealed class HeldBytes(long limit)
{
    private long _held;

    /// <summary>Bytes held now.</summary>
    public long Count => Interlocked.Read(ref _held);

    /// <summary>Opens an account; dispose it with the call.</summary>
    public Account Open() => new(this);

    private bool TryAdd(long byteCount)
    {
        if (Interlocked.Add(ref _held, byteCount) <= limit)
            return true;
        Interlocked.Add(ref _held, -byteCount);
        return false;
    }

    /// <summary>What one call holds. For one caller at a time.</summary>
    internal sealed class Account(HeldBytes held) : IDisposable
    {
        private long _own;

        /// <summary>Bytes of this call.</summary>
        public long Count => _own;

        /// <summary>Takes more; false where there is no room for them.</summary>
        public bool TryAdd(long byteCount)
        {
            if (!held.TryAdd(byteCount))
                return false;
            _own += byteCount;
            return true;
        }

        /// <summary>Gives all back.</summary>
        public void Dispose()
        {
            Interlocked.Add(ref held._held, -_own);
            _own = 0;
        }
    }
}
