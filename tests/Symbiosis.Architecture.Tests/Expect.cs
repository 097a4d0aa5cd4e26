namespace Symbiosis.Architecture.Tests;

/// <summary>Assertions that show every fault, not the first few.</summary>
internal static class Expect
{
    public static void None(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, $"{all.Count} faults:\n{string.Join('\n', all)}");
    }
}
