namespace Symbiosis.Server.Solving;

/// <summary>Holds the newest letter only: a slow reader misses some, and no backlog grows. Many may post, one reads.</summary>
/// <typeparam name="T">Letters.</typeparam>
internal sealed class NewestMailbox<T>
    where T : class
{
    private readonly Lock _gate = new();
    private T? _newest;
    private bool _isClosed;
    private TaskCompletionSource _bell = NewBell();

    /// <summary>Replaces a letter that was not read yet. Never waits.</summary>
    public void Post(T letter)
    {
        lock (_gate)
        {
            if (_isClosed)
                return;
            _newest = letter;
            _bell.TrySetResult();
        }
    }

    /// <summary>Nothing more comes; a letter that lies there is dropped, for what follows says more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            _bell.TrySetResult();
        }
    }

    /// <summary>Waits for a letter.</summary>
    /// <param name="patience">Longest wait.</param>
    /// <param name="time">Clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The letter, or null and whether the box was closed.</returns>
    public async Task<(T? Letter, bool IsClosed)> TakeAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        Task bell;
        lock (_gate)
            bell = _bell.Task;
        try
        {
            await bell.WaitAsync(patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return (null, false);
        }

        lock (_gate)
        {
            if (_isClosed)
                return (null, true);
            var letter = _newest;
            _newest = null;
            _bell = NewBell();
            return (letter, false);
        }
    }

    private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
