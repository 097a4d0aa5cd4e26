using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Graph;

/// <summary>A corridor as an edge between two node indices.</summary>
/// <param name="Index">Position in <see cref="ParkGraph.Corridors"/> and in the park's corridors, zero-based.</param>
/// <param name="Corridor">The corridor of the park.</param>
/// <param name="From">Index of the node at its start.</param>
/// <param name="To">Index of the node at its end.</param>
/// <param name="LengthM">Length, m: as given, else the straight line between the nodes.</param>
public sealed record GraphCorridor(int Index, Corridor Corridor, int From, int To, double LengthM)
{
    /// <summary>The other end.</summary>
    /// <param name="node">Index of one end.</param>
    public int Opposite(int node) => node == From ? To : From;

    /// <summary>Whether something may flow away from a node: always at the start, at the end unless the corridor is one-way.</summary>
    /// <param name="node">Index of one end.</param>
    public bool CanLeaveFrom(int node) => node == From || !Corridor.OneWay;
}
