namespace Symbiosis.Domain.Parks;

/// <summary>
/// A way between two nodes in which pipes, cables and conveyors can be laid and on which trucks can run.
/// </summary>
public sealed record Corridor
{
    /// <summary>Id, unique in the park.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Node at one end; with one_way the node that flows leave from.</summary>
    public required string FromNodeId { get; init; }

    /// <summary>Node at the other end.</summary>
    public required string ToNodeId { get; init; }

    /// <summary>Length, m. Default: the straight line between the nodes' coordinates.</summary>
    public double? LengthM { get; init; }

    /// <summary>
    /// Factor on every cost per metre and on the civil works (river crossing 3, ready-made rack 0.6). Default 1.
    /// </summary>
    public double CostFactor { get; init; } = 1;

    /// <summary>Civil works, CNY/m, paid once however many pipes are laid. Default: the network's trench_cny_per_m.</summary>
    public double? TrenchCnyPerM { get; init; }

    /// <summary>Flows only from from_node_id to to_node_id.</summary>
    public bool OneWay { get; init; }

    /// <summary>What may be laid; empty and not closed: every carrier in every size.</summary>
    public IReadOnlyList<CorridorOption> Options { get; init; } = [];

    /// <summary>Nothing new may be laid.</summary>
    public bool Closed { get; init; }

    /// <summary>Pipes and cables that lie there today.</summary>
    public IReadOnlyList<ExistingLink> Existing { get; init; } = [];

    /// <summary>Trucks and trains cannot run here (a pipe rack).</summary>
    public bool NoTransport { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];
}
