using System.Diagnostics;

namespace Symbiosis.Solvers.Tests;

/// <summary>Whether processes live, read from the system: a zombie has ended and only waits to be counted.</summary>
internal static class ProcessState
{
    public static bool IsAlive(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            var state = stat[stat.LastIndexOf(')') + 2];
            return state is not ('Z' or 'X');
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or IOException)
        {
            return false;
        }
    }

    /// <summary>Direct children of a process.</summary>
    public static int[] ChildrenOf(int processId)
    {
        var path = $"/proc/{processId}/task/{processId}/children";
        return File.Exists(path) ? [.. File.ReadAllText(path).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)] : [];
    }

    public static long ResidentBytes(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024;
    }

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

    /// <summary>Waits until none of the processes lives.</summary>
    /// <returns>Those that still do.</returns>
    public static async Task<int[]> StillAliveAfter(TimeSpan limit, IEnumerable<int> processIds)
    {
        int[] ids = [.. processIds];
        var clock = Stopwatch.StartNew();
        while (ids.Any(IsAlive) && clock.Elapsed < limit)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        return [.. ids.Where(IsAlive)];
    }
}
