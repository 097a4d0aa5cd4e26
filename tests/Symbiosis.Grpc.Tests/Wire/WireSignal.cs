namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Wakes those who wait for a condition whenever something has changed.</summary>
internal sealed class WireSignal
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Pulse() => Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    public async Task UntilAsync(Func<bool> condition)
    {
        while (true)
        {
            // Taken before the look, so that a pulse in between is not missed.
            var next = _next.Task;
            if (condition())
                return;
            await next.ConfigureAwait(false);
        }
    }
}
