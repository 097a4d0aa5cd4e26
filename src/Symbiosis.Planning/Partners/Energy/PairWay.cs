using Symbiosis.Planning.Partners.Routing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>The way between the two ends of a pair.</summary>
/// <param name="Table">Ways it is one of.</param>
/// <param name="Tree">Ways from or to the asker's node, or that of the plant it leads through.</param>
/// <param name="Node">Node of the other end.</param>
/// <param name="ConnectionM">Way from the asker's place to its node, m.</param>
internal sealed record PairWay(RouteTable Table, RouteTree Tree, int Node, double ConnectionM)
{
    /// <summary>First part of the way, to a plant that is served already; null: it leads straight to the asker.</summary>
    public PairWay? Through { get; init; }

    /// <summary>Match whose pipe it shares where both pass; null: it stands alone.</summary>
    public PairMatch? SharedWith { get; init; }

    /// <summary>Length, m; infinite where there is no way.</summary>
    public double LengthM => Tree.LengthM(Node) + ConnectionM + (Through?.LengthM ?? 0);

    /// <summary>Whether both ends stand on one site, so that nothing lies between them.</summary>
    public bool IsOneSite => Node == Tree.Root && ConnectionM == 0 && (Through?.IsOneSite ?? true);

    /// <summary>Adds the indices of the corridors passed, from the other end to the asker.</summary>
    public void Collect(List<int> corridors)
    {
        Tree.Collect(Node, corridors);
        Through?.Collect(corridors);
    }

    /// <summary>Nodes passed, donor's end first.</summary>
    /// <param name="isOffer">Whether the asker is the donor.</param>
    public IReadOnlyList<string> NodeIds(bool isOffer)
    {
        var own = Tree.NodeIds(Node);
        if (Through is not { } first)
            return own;
        return isOffer ? [.. first.NodeIds(isOffer), .. own.Skip(1)] : [.. own, .. first.NodeIds(isOffer).Skip(1)];
    }

    /// <summary>Corridors passed, donor's end first.</summary>
    /// <param name="isOffer">Whether the asker is the donor.</param>
    public IReadOnlyList<string> CorridorIds(bool isOffer)
    {
        var own = Tree.CorridorIds(Node);
        if (Through is not { } first)
            return own;
        return isOffer ? [.. first.CorridorIds(isOffer), .. own] : [.. own, .. first.CorridorIds(isOffer)];
    }
}
