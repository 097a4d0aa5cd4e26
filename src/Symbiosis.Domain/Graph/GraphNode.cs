namespace Symbiosis.Domain.Graph;

/// <summary>A site or junction of the park.</summary>
/// <param name="Index">Position in <see cref="ParkGraph.Nodes"/>, zero-based.</param>
/// <param name="Id">Id of the site or junction.</param>
/// <param name="IsSite">Whether plants may stand there.</param>
/// <param name="XM">East coordinate, m; null where absent.</param>
/// <param name="YM">North coordinate, m; null where absent.</param>
/// <param name="LatitudeDegrees">Latitude, degrees; null where absent.</param>
/// <param name="LongitudeDegrees">Longitude, degrees; null where absent.</param>
public sealed record GraphNode(
    int Index, string Id, bool IsSite, double? XM, double? YM, double? LatitudeDegrees, double? LongitudeDegrees)
{
    /// <summary>Straight-line distance to a node of this or another park, m; null where they have no coordinates of one kind.</summary>
    public double? StraightLineM(GraphNode other) => NodeDistance.Metres(this, other);
}
