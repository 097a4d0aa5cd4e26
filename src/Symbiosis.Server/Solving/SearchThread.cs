namespace Symbiosis.Server.Solving;

/// <summary>Runs a search on a thread of its own, so that minutes of waiting for an engine take none from the pool.</summary>
internal static class SearchThread
{
    /// <summary>Starts the work.</summary>
    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception fault)
            {
                done.SetException(fault);
            }
        })
        {
            IsBackground = true,
            Name = "search",
        };
        thread.Start();
        return done.Task;
    }
}
