namespace Symbiosis.Domain.Graph;

/// <summary>What is left of a flow while paths and cycles are taken out of it.</summary>
internal sealed class FlowRemainder
{
    private readonly IReadOnlyList<FlowArc> _arcs;
    private readonly List<int>[] _leaving;
    private readonly double[] _sent;
    private readonly double[] _gain;
    private readonly double[] _supply;
    private readonly double[] _withdrawal;

    // Losses that are fed from a node rather than carried along an arc.
    private readonly double[] _loss;
    private readonly double _small;

    public FlowRemainder(IReadOnlyList<double> injections, IReadOnlyList<FlowArc> arcs, double tolerance)
    {
        _arcs = arcs;
        _supply = [.. injections.Select(amount => Math.Max(0, amount))];
        _withdrawal = [.. injections.Select(amount => Math.Max(0, -amount))];
        _sent = [.. arcs.Select(arc => arc.Sent)];
        _gain = [.. arcs.Select(arc => arc.Sent > 0 ? Math.Max(0, arc.Arrived) / arc.Sent : 0)];
        _loss = new double[injections.Count];
        _leaving = [.. injections.Select(_ => new List<int>())];
        for (var arc = 0; arc < arcs.Count; arc++)
        {
            _leaving[arcs[arc].From].Add(arc);
            _loss[arcs[arc].To] += Math.Max(0, -arcs[arc].Arrived);
        }

        _small = tolerance * _supply.Concat(_sent).Append(double.Epsilon).Max();
    }

    public double UnmetWithdrawal => _withdrawal.Sum();

    /// <summary>Takes out one cycle, or returns null where none is left.</summary>
    public CycleFlow? TakeCycle()
    {
        var state = new VisitState[_leaving.Length];
        for (var node = 0; node < _leaving.Length; node++)
        {
            if (state[node] == VisitState.New && FindCycle(node, state) is { } cycle)
                return Cancel(cycle);
        }

        return null;
    }

    /// <summary>Takes out one path that starts at a donor, or returns null where it has nothing left to supply.</summary>
    public PathFlow? TakePath(int donor, out bool isDelivered)
    {
        isDelivered = false;
        if (_supply[donor] <= _small)
            return null;

        var way = new List<int>();
        var (node, gain, most) = (donor, 1.0, _supply[donor]);
        while (_withdrawal[node] <= _small && _loss[node] <= _small)
        {
            var arc = LargestLeaving(node);
            if (arc < 0)
                break;

            most = Math.Min(most, _sent[arc] / gain);
            way.Add(arc);
            node = _arcs[arc].To;
            gain *= _gain[arc];
            if (gain <= 0)
                break;
        }

        isDelivered = gain > 0 && _withdrawal[node] > _small;
        if (isDelivered)
            most = Math.Min(most, _withdrawal[node] / gain);
        else if (gain > 0 && _loss[node] > _small)
            most = Math.Min(most, _loss[node] / gain);

        Take(donor, way, most);
        if (isDelivered)
            _withdrawal[node] = Rest(_withdrawal[node], most * gain);
        else if (gain > 0)
            _loss[node] = Rest(_loss[node], most * gain);
        return new PathFlow(donor, node, way, most, most * gain);
    }

    private void Take(int donor, List<int> way, double amount)
    {
        _supply[donor] = Rest(_supply[donor], amount);
        foreach (var arc in way)
        {
            _sent[arc] = Rest(_sent[arc], amount);
            amount *= _gain[arc];
        }
    }

    // What is below the tolerance is rounding; to keep it would make endless tiny paths.
    private double Rest(double whole, double part) => whole - part <= _small ? 0 : whole - part;

    private int LargestLeaving(int node)
    {
        var largest = -1;
        foreach (var arc in _leaving[node])
        {
            if (_sent[arc] > _small && (largest < 0 || _sent[arc] > _sent[largest]))
                largest = arc;
        }

        return largest;
    }

    private List<int>? FindCycle(int start, VisitState[] state)
    {
        // Depth first without recursion: a corridor network may be a long chain.
        var way = new List<int>();
        var next = new Stack<(int Node, int Position)>();
        next.Push((start, 0));
        state[start] = VisitState.Open;
        while (next.TryPop(out var top))
        {
            if (top.Position == _leaving[top.Node].Count)
            {
                state[top.Node] = VisitState.Done;
                if (way.Count > 0)
                    way.RemoveAt(way.Count - 1);
                continue;
            }

            next.Push((top.Node, top.Position + 1));
            var arc = _leaving[top.Node][top.Position];
            var to = _arcs[arc].To;
            if (_sent[arc] <= _small || _gain[arc] <= 0 || state[to] == VisitState.Done)
                continue;

            way.Add(arc);
            if (state[to] == VisitState.Open)
                return way[way.FindIndex(passed => _arcs[passed].From == to)..];

            state[to] = VisitState.Open;
            next.Push((to, 0));
        }

        return null;
    }

    private CycleFlow Cancel(List<int> cycle)
    {
        var (gain, most) = (1.0, double.PositiveInfinity);
        foreach (var arc in cycle)
        {
            most = Math.Min(most, _sent[arc] / gain);
            gain *= _gain[arc];
        }

        var amount = most;
        foreach (var arc in cycle)
        {
            _sent[arc] = Rest(_sent[arc], amount);
            amount *= _gain[arc];
        }

        // What the circle lost was fed into it at its start, and still has to be fed there.
        var lost = most - amount;
        _loss[_arcs[cycle[0]].From] += lost;
        return new CycleFlow(cycle, most, lost);
    }

    private enum VisitState
    {
        New,
        Open,
        Done,
    }
}
