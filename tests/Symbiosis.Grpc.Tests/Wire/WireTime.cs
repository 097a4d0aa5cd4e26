namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Waits of tests.</summary>
internal static class WireTime
{
    /// <summary>Waits for a task, but not for ever.</summary>
    /// <exception cref="TimeoutException">It did not end within the limit.</exception>
    public static Task Within(this Task task, TimeSpan limit) => task.WaitAsync(limit);

    /// <inheritdoc cref="Within(Task, TimeSpan)"/>
    public static Task<T> Within<T>(this Task<T> task, TimeSpan limit) => task.WaitAsync(limit);

    /// <summary>Lets time pass where the passing itself is what is tested: an idle stream, a body that trickles.</summary>
    public static Task PassAsync(TimeSpan time) => Task.Delay(time, TestContext.Current.CancellationToken);
}
