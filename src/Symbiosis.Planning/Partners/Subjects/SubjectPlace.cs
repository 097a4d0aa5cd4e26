using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Subjects;

/// <summary>Where an offer or a need stands.</summary>
/// <param name="Home">Park whose network it joins.</param>
/// <param name="Node">Node of that park at which it joins.</param>
/// <param name="ConnectionM">Way from the place itself to that node, m; 0 where the place is the node.</param>
/// <param name="LatitudeDegrees">Latitude where it is known, for ways to other parks.</param>
/// <param name="LongitudeDegrees">Longitude where it is known.</param>
internal sealed record SubjectPlace(IndexedPark Home, int Node, double ConnectionM, double? LatitudeDegrees, double? LongitudeDegrees);
