using System.Globalization;
using System.Text.RegularExpressions;

namespace Symbiosis.Solvers.CbcCommand;

/// <summary>Reads bound and node count out of CBC's log, line by line.</summary>
internal sealed partial class CbcLog
{
    private const double NoBound = 1e49;
    private const int TailLines = 20;

    private readonly Queue<string> tail = new();

    /// <summary>Best bound so far, lowered by the rounding of the printed digits.</summary>
    public double? Bound { get; private set; }

    public long? Nodes { get; private set; }

    /// <summary>The tree was searched to its end, not only to the gap asked for: the best solution is the bound, which the progress lines do not say.</summary>
    public bool IsSearchComplete { get; private set; }

    /// <summary>The last lines, for fault messages.</summary>
    public string Tail => string.Join('\n', tail);

    public void Read(string line)
    {
        tail.Enqueue(line);
        if (tail.Count > TailLines)
            tail.Dequeue();

        // Ended at the gap it reads "(within gap tolerance)".
        IsSearchComplete |= line.Trim() == "Result - Optimal solution found";
        var bound = BoundPattern().Match(line);
        if (bound.Success)
            TakeBound(bound.Groups[1].Value);
        var nodes = NodesPattern().Match(line);
        if (nodes.Success && long.TryParse(nodes.Groups[1].Value, CultureInfo.InvariantCulture, out var count))
            Nodes = count;
    }

    private void TakeBound(string text)
    {
        if (!double.TryParse(text, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) >= NoBound)
            return;
        // Three decimals in one place, six to eight significant digits in the other.
        value -= Math.Max(0.0005, 5e-7 * Math.Abs(value));
        if (Bound is null || value > Bound)
            Bound = value;
    }

    [GeneratedRegex(@"(?:^Lower bound:\s+|best possible )(-?[0-9.]+(?:e[+-]?[0-9]+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex BoundPattern();

    [GeneratedRegex(@"^Enumerated nodes:\s+([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex NodesPattern();
}
