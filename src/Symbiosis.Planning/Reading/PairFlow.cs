namespace Symbiosis.Planning.Reading;

/// <summary>What flows from one plant to another over the periods, and which ways it takes.</summary>
internal sealed class PairFlow(int periodCount)
{
    private readonly double[] deliveredKw = new double[periodCount];
    private readonly Dictionary<string, (double Kwh, IReadOnlyList<int> Corridors, IReadOnlyList<int> Nodes)> ways = [];

    /// <summary>Largest flow delivered, kW.</summary>
    public double PeakKw => deliveredKw.Max();

    /// <summary>Delivered in the horizon, kWh.</summary>
    public double DeliveredKwh { get; private set; }

    /// <summary>Sent in the horizon, kWh.</summary>
    public double SentKwh { get; private set; }

    /// <summary>Sent through each corridor, kWh.</summary>
    public Dictionary<int, double> CorridorKwh { get; } = [];

    /// <summary>Adds a path of one period.</summary>
    public void Add(int t, double delivered, double sent, double hours, IReadOnlyList<int> corridors, IReadOnlyList<int> nodes)
    {
        deliveredKw[t] += delivered;
        DeliveredKwh += delivered * hours;
        SentKwh += sent * hours;
        foreach (var corridor in corridors)
            CorridorKwh[corridor] = CorridorKwh.GetValueOrDefault(corridor) + sent * hours;
        var key = string.Join(' ', corridors);
        ways[key] = ((ways.TryGetValue(key, out var way) ? way.Kwh : 0) + delivered * hours, corridors, nodes);
    }

    /// <summary>The way that carries most.</summary>
    public (IReadOnlyList<int> Corridors, IReadOnlyList<int> Nodes) MainRoute()
    {
        var main = ways.MaxBy(way => way.Value.Kwh).Value;
        return (main.Corridors, main.Nodes);
    }
}
