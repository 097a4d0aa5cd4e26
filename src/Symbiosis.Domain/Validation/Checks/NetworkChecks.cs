using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>Coordinates, corridors and what may lie in them.</summary>
internal static class NetworkChecks
{
    // A way can be no shorter than the straight line; a tenth is left for rounded coordinates.
    private const double ShortestPerStraightLine = 0.9;

    public static void Check(Park park, ViolationList violations)
    {
        var nodes = Nodes(park).ToList();
        CheckCoordinates(nodes, violations);

        var located = nodes.Where(node => node.HasMetres || node.HasDegrees).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        var known = Places.ById(nodes, node => node.Id);
        var sizes = Places.ById(park.Sizes, size => size.Id);
        foreach (var (path, corridor) in Places.Of("park.corridors", park.Corridors))
        {
            if (corridor.FromNodeId == corridor.ToNodeId)
                violations.Error($"{path}.to_node_id", ViolationCodes.CorridorLoop, $"The corridor leads from '{corridor.FromNodeId}' back to itself.", corridor.ToNodeId);

            var lost = new[] { corridor.FromNodeId, corridor.ToNodeId }.Where(id => known.ContainsKey(id) && !located.Contains(id)).ToList();
            if (corridor.LengthM is null && lost.Count > 0)
            {
                var sentence = $"The corridor has no length, and {string.Join(" and ", lost.Select(id => $"'{id}'"))} no coordinates to measure it by. Give length_m or the coordinates.";
                violations.Error($"{path}.length_m", ViolationCodes.CoordinatesMissing, sentence);
            }

            if (corridor.LengthM is { } lengthM && known.TryGetValue(corridor.FromNodeId, out var from) && known.TryGetValue(corridor.ToNodeId, out var to))
                CheckLength(path, lengthM, from, to, violations);

            foreach (var (at, option) in Places.Of($"{path}.options", corridor.Options))
            {
                for (var i = 0; i < option.SizeIds.Count; i++)
                {
                    if (!sizes.TryGetValue(option.SizeIds[i], out var size) || size.CarrierId == option.CarrierId) continue;
                    var sentence = $"Size '{size.Id}' is for carrier '{size.CarrierId}', not for '{option.CarrierId}'.";
                    violations.Error($"{at}.size_ids[{i}]", ViolationCodes.SizeOfOtherCarrier, sentence, size.Id);
                }
            }
        }
    }

    private static void CheckLength(string path, double lengthM, Node from, Node to, ViolationList violations)
    {
        var straightM = NodeDistance.Metres(from.InGraph, to.InGraph);
        if (straightM is null || lengthM >= ShortestPerStraightLine * straightM) return;
        var sentence = $"The corridor is {NumberText.Of(lengthM)} m long, its ends lie {NumberText.Of(Math.Round(straightM.Value))} m apart. Was the length given in km?";
        violations.Warn($"{path}.length_m", ViolationCodes.Improbable, sentence, NumberText.Of(lengthM));
    }

    private static void CheckCoordinates(List<Node> nodes, ViolationList violations)
    {
        // The kind most nodes use is taken for the meant one, so that the odd one out is named.
        var metres = nodes.Count(node => node.HasMetres) >= nodes.Count(node => node.HasDegrees);
        foreach (var node in nodes)
        {
            if (node.X is null != node.Y is null)
                violations.Error(node.Path, ViolationCodes.CoordinatesMissing, $"'{node.Id}' has one of x_m and y_m; give both or neither.", node.Id);
            if (node.Latitude is null != node.Longitude is null)
                violations.Error(node.Path, ViolationCodes.CoordinatesMissing, $"'{node.Id}' has one of latitude_degrees and longitude_degrees; give both or neither.", node.Id);

            var isOdd = metres ? node.HasDegrees : node.HasMetres;
            if (!isOdd) continue;
            var sentence = $"'{node.Id}' is placed by {(metres ? "latitude and longitude" : "x_m and y_m")}, the rest of the park by {(metres ? "x_m and y_m" : "latitude and longitude")}; use one kind.";
            violations.Error(node.Path, ViolationCodes.CoordinatesMixed, sentence, node.Id);
        }
    }

    private static IEnumerable<Node> Nodes(Park park) =>
        Places.Of("park.sites", park.Sites)
            .Select(at => new Node(at.Path, at.Item.Id, at.Item.XM, at.Item.YM, at.Item.LatitudeDegrees, at.Item.LongitudeDegrees))
            .Concat(Places.Of("park.junctions", park.Junctions)
                .Select(at => new Node(at.Path, at.Item.Id, at.Item.XM, at.Item.YM, at.Item.LatitudeDegrees, at.Item.LongitudeDegrees)));

    private sealed record Node(string Path, string Id, double? X, double? Y, double? Latitude, double? Longitude)
    {
        public GraphNode InGraph => new(0, Id, true, X, Y, Latitude, Longitude);

        public bool HasMetres => X is not null && Y is not null;

        public bool HasDegrees => Latitude is not null && Longitude is not null;
    }
}
