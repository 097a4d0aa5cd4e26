using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>All material sources and sinks, the buffers in front of them, and the shipments between them.</summary>
internal sealed class MaterialPorts
{
    private readonly Dictionary<string, List<(Variable[] Charge, Variable[] Discharge)>> buffers = [];

    /// <summary>Where materials leave.</summary>
    public List<MaterialSource> Sources { get; } = [];

    /// <summary>Where materials enter.</summary>
    public List<MaterialSink> Sinks { get; } = [];

    /// <summary>Possible flows between them.</summary>
    public List<Shipment> Shipments { get; } = [];

    /// <summary>Adds a stockpile at an outlet or inlet.</summary>
    public void AddBuffer(string key, Variable[] charge, Variable[] discharge)
    {
        if (!buffers.TryGetValue(key, out var list))
            buffers.Add(key, list = []);
        list.Add((charge, discharge));
    }

    /// <summary>What the stockpiles of an outlet or inlet give less what they take, t/h.</summary>
    public LinearExpression NetOfBuffers(string key, int t)
    {
        var net = new LinearExpression();
        foreach (var (charge, discharge) in buffers.GetValueOrDefault(key) ?? [])
            net.Add(discharge[t]).Add(charge[t], -1);
        return net;
    }

    /// <summary>Whether there is a stockpile.</summary>
    public bool HasBuffer(string key) => buffers.ContainsKey(key);
}
