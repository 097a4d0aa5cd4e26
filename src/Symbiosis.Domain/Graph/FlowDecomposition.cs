namespace Symbiosis.Domain.Graph;

/// <summary>
/// Who supplies whom in a network flow: paths from donors to receivers that add up to the flow. Cycles are cancelled first,
/// then paths are taken greedily: donors in the order of their nodes, at every node along the arc with the largest remaining
/// flow, to the first node that still withdraws. A path loses on each arc the same share as the arc does.
/// Deterministic; one of several decompositions where flows of several donors mix.
/// To keep several parties at one place apart, give each a node of its own with lossless arcs to the place.
/// </summary>
public sealed class FlowDecomposition
{
    private FlowDecomposition(IReadOnlyList<PathFlow> paths, IReadOnlyList<CycleFlow> cycles, double lostAlone, double residual)
    {
        Paths = paths;
        Cycles = cycles;
        LostAlone = lostAlone;
        Residual = residual;
    }

    /// <summary>Donor to receiver; what they deliver adds up to the withdrawals.</summary>
    public IReadOnlyList<PathFlow> Paths { get; }

    /// <summary>What ran in circles.</summary>
    public IReadOnlyList<CycleFlow> Cycles { get; }

    /// <summary>What donors supply to make up for losses of arcs and cycles that deliver nothing.</summary>
    public double LostAlone { get; }

    /// <summary>Withdrawals that no path reaches: 0 up to rounding where the flow is balanced at every node.</summary>
    public double Residual { get; }

    /// <summary>Decomposes a flow that is balanced at every node: supply + what arrives = withdrawal + what is sent.</summary>
    /// <param name="injections">Supply (above 0) or withdrawal (below 0) of each node, <c>[node]</c>.</param>
    /// <param name="arcs">The flows; parallel and opposite arcs may occur.</param>
    /// <param name="tolerance">Share of the largest amount below which an amount is rounding, above 0.</param>
    /// <exception cref="ArgumentException">An amount is not finite or negative, an arc arrives with more than was sent, or a node does not exist.</exception>
    public static FlowDecomposition Create(IReadOnlyList<double> injections, IReadOnlyList<FlowArc> arcs, double tolerance = 1e-9)
    {
        Check(injections, arcs);
        var remainder = new FlowRemainder(injections, arcs, tolerance);
        var cycles = new List<CycleFlow>();
        while (remainder.TakeCycle() is { } cycle)
            cycles.Add(cycle);

        var paths = new List<PathFlow>();
        var lostAlone = 0.0;
        for (var donor = 0; donor < injections.Count; donor++)
        {
            while (remainder.TakePath(donor, out var isDelivered) is { } path)
            {
                if (isDelivered)
                    paths.Add(path);
                else
                    lostAlone += path.Sent;
            }
        }

        return new FlowDecomposition(Joined(paths), cycles, lostAlone, remainder.UnmetWithdrawal);
    }

    private static IReadOnlyList<PathFlow> Joined(List<PathFlow> paths) =>
        [
            .. paths.GroupBy(path => (path.DonorNode, path.ReceiverNode, Way: string.Join(' ', path.Arcs)))
                .Select(same => same.First() with { Sent = same.Sum(path => path.Sent), Delivered = same.Sum(path => path.Delivered) }),
        ];

    private static void Check(IReadOnlyList<double> injections, IReadOnlyList<FlowArc> arcs)
    {
        if (injections.Any(amount => !double.IsFinite(amount)))
            throw new ArgumentException("An injection is not a finite number.", nameof(injections));

        for (var arc = 0; arc < arcs.Count; arc++)
        {
            var (from, to, sent, arrived) = arcs[arc];
            if (from < 0 || from >= injections.Count || to < 0 || to >= injections.Count)
                throw new ArgumentException($"Arc {arc} joins {from} and {to}; there are {injections.Count} nodes.", nameof(arcs));
            if (!double.IsFinite(sent) || !double.IsFinite(arrived) || sent < 0 || arrived > sent)
                throw new ArgumentException($"Arc {arc} sends {sent} and {arrived} arrives; 0 <= sent and arrived <= sent are needed.", nameof(arcs));
        }
    }
}
