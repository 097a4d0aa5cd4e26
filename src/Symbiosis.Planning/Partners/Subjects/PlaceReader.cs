using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Subjects;

/// <summary>Finds the node at which a place joins a park.</summary>
internal sealed class PlaceReader(IReadOnlyList<IndexedPark> parks, TypicalValues typical, QuestionFaults faults)
{
    /// <summary>The place; null: a fault was noted.</summary>
    public SubjectPlace? Read(Place? place)
    {
        if (place is null)
        {
            faults.Add("place", ViolationCodes.Required, "Say where it stands: place.node_id, or coordinates of the park's kind.");
            return null;
        }

        var park = place.ParkId is null ? parks[0] : parks.FirstOrDefault(candidate => candidate.Park.Id == place.ParkId);
        if (park is null)
        {
            faults.Unknown("place.park_id", "park", place.ParkId!, parks.Select(candidate => candidate.Park.Id));
            return null;
        }

        return place.NodeId is { } nodeId ? OfNode(park, nodeId) : OfCoordinates(park, place);
    }

    /// <summary>Place of a node that exists.</summary>
    public static SubjectPlace Of(IndexedPark park, int node) => new(park, node, 0, park.Graph.Nodes[node].LatitudeDegrees, park.Graph.Nodes[node].LongitudeDegrees);

    private SubjectPlace? OfNode(IndexedPark park, string nodeId)
    {
        if (park.Graph.Nodes.FirstOrDefault(node => node.Id == nodeId) is { } node)
            return Of(park, node.Index);
        faults.Unknown("place.node_id", "site or junction", nodeId, park.Graph.Nodes.Select(candidate => candidate.Id));
        return null;
    }

    private SubjectPlace? OfCoordinates(IndexedPark park, Place place)
    {
        faults.Range("place.latitude_degrees", place.LatitudeDegrees, -90, 90);
        faults.Range("place.longitude_degrees", place.LongitudeDegrees, -180, 180);
        faults.Range("place.x_m", place.XM, -1e8, 1e8);
        faults.Range("place.y_m", place.YM, -1e8, 1e8);
        if (park.Graph.Nearest(place.XM, place.YM, place.LatitudeDegrees, place.LongitudeDegrees) is { } nearest)
            return new SubjectPlace(park, nearest.Node, nearest.LengthM * typical.DetourFactor().Typical, place.LatitudeDegrees, place.LongitudeDegrees);

        var isMetres = park.Graph.Nodes.Any(node => node.XM is not null);
        faults.Add("place", ViolationCodes.CoordinatesMissing, isMetres
            ? $"Give place.node_id, or place.x_m and place.y_m: park {park.Park.Id} has its coordinates in metres."
            : $"Give place.node_id, or place.latitude_degrees and place.longitude_degrees: park {park.Park.Id} has its coordinates in degrees.");
        return null;
    }
}
