namespace Symbiosis.Server.Partners;

/// <summary>
/// Keeps parks ready that were asked about last, within limits. The same parks are made ready once even where many ask at the same time. Thread-safe.
/// </summary>
internal sealed class ReadyShelf(int countLimit, long byteLimit)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _newestFirst = new();
    private long _byteCount;

    /// <summary>Sets of parks on the shelf.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _byKey.Count;
        }
    }

    /// <summary>Takes parks from the shelf, or has them made ready.</summary>
    /// <param name="key">What the parks are told apart by.</param>
    /// <param name="byteCount">Their size.</param>
    /// <param name="make">Makes them ready; what has faults is not kept.</param>
    /// <returns>The parks, and whether they stood there already, be it half made.</returns>
    public (Task<ReadyParks> Parks, bool WasThere) Take(string key, long byteCount, Func<Task<ReadyParks>> make)
    {
        TaskCompletionSource<ReadyParks> made;
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var known))
            {
                _newestFirst.Remove(known);
                _newestFirst.AddFirst(known);
                return (known.Value.Parks, true);
            }

            made = new TaskCompletionSource<ReadyParks>(TaskCreationOptions.RunContinuationsAsynchronously);
            _byKey[key] = _newestFirst.AddFirst(new Entry(key, byteCount, made.Task));
            _byteCount += byteCount;
        }

        _ = MakeAsync(key, made, make);
        return (made.Task, false);
    }

    private async Task MakeAsync(string key, TaskCompletionSource<ReadyParks> made, Func<Task<ReadyParks>> make)
    {
        ReadyParks? parks = null;
        try
        {
            parks = await make();
        }
        catch (Exception fault)
        {
            Remove(key, made.Task);
            made.SetException(fault);
            return;
        }

        if (parks.Find is null)
            Remove(key, made.Task);
        Trim();
        made.SetResult(parks);
    }

    private void Trim()
    {
        lock (_gate)
        {
            while (_newestFirst.Last is { } oldest && (_byKey.Count > countLimit || _byteCount > byteLimit))
                Remove(oldest);
        }
    }

    private void Remove(string key, Task<ReadyParks> parks)
    {
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var node) && node.Value.Parks == parks)
                Remove(node);
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _newestFirst.Remove(node);
        _byKey.Remove(node.Value.Key);
        _byteCount -= node.Value.ByteCount;
    }

    private sealed record Entry(string Key, long ByteCount, Task<ReadyParks> Parks);
}
