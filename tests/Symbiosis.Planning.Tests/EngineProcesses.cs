using System.Diagnostics;

namespace Symbiosis.Planning.Tests;

/// <summary>Ends engine processes and looks whether any is left.</summary>
internal static class EngineProcesses
{
    private const int PollMilliseconds = 20;

    /// <summary>Ends a process as a crash would; one that is gone already is no fault.</summary>
    public static void Kill(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill();
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            // Gone already.
        }
    }

    /// <summary>Waits until none of the processes lives, at most the limit.</summary>
    /// <returns>Those that still do.</returns>
    public static async Task<int[]> StillAliveAfter(TimeSpan limit, IEnumerable<int> processIds)
    {
        int[] ids = [.. processIds.Distinct()];
        var clock = Stopwatch.StartNew();
        while (ids.Any(IsAlive) && clock.Elapsed < limit)
            await Task.Delay(PollMilliseconds, TestContext.Current.CancellationToken);
        return [.. ids.Where(IsAlive)];
    }

    private static bool IsAlive(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
