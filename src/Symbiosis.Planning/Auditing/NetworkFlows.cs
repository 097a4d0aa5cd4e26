using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>Pipes and cables that a plan lays or uses, and what flows in them.</summary>
internal sealed class NetworkFlows
{
    private const string Prefix = "link:";

    private readonly AuditCase _case;
    private readonly List<string> _unknown = [];

    public NetworkFlows(AuditCase audited)
    {
        _case = audited;
        Groups = [.. Read()];
    }

    /// <summary>Pipes with their flows.</summary>
    public IReadOnlyList<LinkGroup> Groups { get; }

    /// <summary>Flows or pipes of the plan whose corridor or size the park does not know.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <summary>Size of a pipe; null where the park has none of that id.</summary>
    public LinkSize? SizeOf(LaidLink link) => _case.Park.Sizes.FirstOrDefault(size => size.Id == link.SizeId);

    /// <summary>Heat that a pipe loses as long as it lies and is in use, kW.</summary>
    public static double FixedLossKw(LinkSize size, GraphCorridor corridor) => size.LossWPerM * corridor.LengthM / 1000;

    private IEnumerable<LinkGroup> Read()
    {
        var groups = new Dictionary<(int Corridor, string CarrierId, double LossShare, double Pumping, double FlowCny), LinkGroup>();
        var laid = new Dictionary<(int, string, double, double, double), List<LaidLink>>();
        foreach (var link in _case.Plan.Links)
        {
            if (Find(link.CorridorId, link.SizeId) is not var (corridor, size))
            {
                _unknown.Add($"{link.CorridorId}:{link.SizeId}");
                continue;
            }

            Open(groups, laid, corridor, size);
            laid[Key(corridor, size)].Add(link);
        }

        foreach (var series in _case.Plan.Operation)
        {
            if (series.Quantity is not { } quantity || !quantity.StartsWith(Prefix, StringComparison.Ordinal) || !string.IsNullOrEmpty(series.PlantId))
                continue;

            var parts = quantity.Split(':');
            if (parts.Length != 4 || parts[3] is not ("forward" or "backward") || Find(parts[1], parts[2]) is not var (corridor, size))
            {
                _unknown.Add(quantity);
                continue;
            }

            var group = Open(groups, laid, corridor, size);
            var flow = _case.Series(null, quantity);
            var sum = parts[3] == "forward" ? group.Forward : group.Backward;
            for (var t = 0; t < sum.Length; t++)
                sum[t] += flow[t];
        }

        return groups.Values;
    }

    private LinkGroup Open(
        Dictionary<(int, string, double, double, double), LinkGroup> groups, Dictionary<(int, string, double, double, double), List<LaidLink>> laid, GraphCorridor corridor, LinkSize size)
    {
        var key = Key(corridor, size);
        if (!groups.TryGetValue(key, out var group))
        {
            laid.Add(key, []);
            group = new LinkGroup(corridor, size, LossShare(corridor, size), laid[key], new double[_case.PeriodCount], new double[_case.PeriodCount]);
            groups.Add(key, group);
        }

        return group;
    }

    private (GraphCorridor Corridor, LinkSize Size)? Find(string? corridorId, string? sizeId)
    {
        var corridor = _case.Graph.Corridors.FirstOrDefault(candidate => candidate.Corridor.Id == corridorId);
        var size = _case.Park.Sizes.FirstOrDefault(candidate => candidate.Id == sizeId);
        return corridor is null || size is null ? null : (corridor, size);
    }

    private static (int, string, double, double, double) Key(GraphCorridor corridor, LinkSize size) =>
        (corridor.Index, size.CarrierId, LossShare(corridor, size), size.PumpingKwPerKwKm, size.FlowCnyPerKwh);

    private static double LossShare(GraphCorridor corridor, LinkSize size) => Math.Min(1, size.LossFraction + size.LossPerKm * corridor.LengthM / 1000);
}
