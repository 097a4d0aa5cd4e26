using Symbiosis.Planning.Partners.Routing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>The way between the two ends of a pair.</summary>
/// <param name="Table">Ways it is one of.</param>
/// <param name="Tree">Ways from or to the asker's node.</param>
/// <param name="Node">Node of the other end.</param>
/// <param name="ConnectionM">Way from the asker's place to its node, m.</param>
internal sealed record PairWay(RouteTable Table, RouteTree Tree, int Node, double ConnectionM)
{
    /// <summary>Length, m; infinite where there is no way.</summary>
    public double LengthM => Tree.LengthM(Node) + ConnectionM;

    /// <summary>Whether both ends stand on one site, so that nothing lies between them.</summary>
    public bool IsOneSite => Node == Tree.Root && ConnectionM == 0;

    /// <summary>A corridor on it.</summary>
    public RouteLeg Leg(int corridor) => Table.Leg(corridor)!;
}
