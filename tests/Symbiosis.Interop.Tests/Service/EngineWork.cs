using System.Diagnostics;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>The work of a process's descendants: the server's engines.</summary>
internal static class EngineWork
{
    // So long that an engine is seen to work on a machine on which thirty others do.
    private const int WindowMilliseconds = 700;

    /// <summary>Ticks (10 ms) of computing within the window that an idle engine may take: it says every second that it is alive.</summary>
    private const long IdleTicks = 3;

    /// <summary>Waits until no descendant computes. Engines that were kept warm may live on.</summary>
    /// <returns>Whether that came within the limit.</returns>
    public static async Task<bool> EndsWithinAsync(int processId, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < limit)
        {
            if (!await IsGoingOnAsync(processId)) return true;
        }

        return false;
    }

    /// <summary>Looks for a moment whether any descendant computes.</summary>
    public static async Task<bool> IsGoingOnAsync(int processId)
    {
        var before = Descendants(processId);
        await Task.Delay(WindowMilliseconds, TestContext.Current.CancellationToken);
        return Descendants(processId).Any(now => now.Value - before.GetValueOrDefault(now.Key) > IdleTicks);
    }

    /// <summary>Ticks of computing of each living descendant by its number.</summary>
    private static Dictionary<int, long> Descendants(int processId)
    {
        var processes = Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder)).Where(name => int.TryParse(name, out _))
            .Select(Read).OfType<(int Id, int Parent, long Ticks)>().ToLookup(process => process.Parent);
        var found = new Dictionary<int, long>();
        var open = new Queue<int>([processId]);
        while (open.TryDequeue(out var parent))
        {
            foreach (var (id, _, ticks) in processes[parent])
            {
                found[id] = ticks;
                open.Enqueue(id);
            }
        }

        return found;
    }

    private static (int Id, int Parent, long Ticks)? Read(string id)
    {
        try
        {
            // After the name, which may hold anything: state, parent, ...; ticks in user and system mode are fields 14 and 15.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : (int.Parse(id), int.Parse(fields[1]), long.Parse(fields[11]) + long.Parse(fields[12]));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
