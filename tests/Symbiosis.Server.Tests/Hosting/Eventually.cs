namespace Symbiosis.Server.Tests.Hosting;

/// <summary>Waits for something that nobody announces.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(10);

    /// <summary>Looks again and again.</summary>
    /// <exception cref="TimeoutException">It did not become true in time.</exception>
    public static Task TrueAsync(Func<bool> condition, TimeSpan? limit = null) => TrueAsync(condition, () => "", limit);

    /// <summary>Looks again and again; says what there is instead.</summary>
    /// <exception cref="TimeoutException">It did not become true in time.</exception>
    public static async Task TrueAsync(Func<bool> condition, Func<string> instead, TimeSpan? limit = null)
    {
        using var late = new CancellationTokenSource(limit ?? TimeSpan.FromSeconds(20));
        while (!condition())
        {
            if (late.IsCancellationRequested)
                throw new TimeoutException($"It did not become true in time. {instead()}");
            await Task.Delay(s_step, CancellationToken.None);
        }
    }
}
