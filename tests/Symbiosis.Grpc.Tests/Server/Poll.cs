namespace Symbiosis.Grpc.Tests.Server;

/// <summary>Waits for what cannot be awaited.</summary>
internal static class Poll
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    public static async Task UntilAsync(Func<bool> condition)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < s_limit, "The condition did not come true in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
        }
    }
}
