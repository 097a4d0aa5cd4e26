using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>A carrier's pipes and flows in the model.</summary>
internal sealed class CarrierNetwork(Carrier carrier, IReadOnlyList<Commodity> commodities)
{
    /// <summary>The carrier.</summary>
    public Carrier Carrier { get; } = carrier;

    /// <summary>Flows that are told apart.</summary>
    public IReadOnlyList<Commodity> Commodities { get; } = commodities;

    /// <summary>Directions in which it can flow.</summary>
    public List<NetworkArc> Arcs { get; } = [];

    /// <summary>Pipes that lie or may be laid.</summary>
    public List<LinkVariable> Links { get; } = [];

    /// <summary>What each plant gives to the network less what it takes, per period, model units.</summary>
    public Dictionary<int, LinearExpression[]> NetGiven { get; } = [];

    /// <summary>What a plant gives into a commodity; only where there are several.</summary>
    public Dictionary<(int Plant, int Commodity), Variable[]> Given { get; } = [];

    /// <summary>What a plant takes from a commodity; only where there are several.</summary>
    public Dictionary<(int Plant, int Commodity), Variable[]> Taken { get; } = [];
}
