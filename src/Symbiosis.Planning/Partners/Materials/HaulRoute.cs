namespace Symbiosis.Planning.Partners.Materials;

/// <summary>Nodes and corridors that a case passes, the asker's end first.</summary>
internal static class HaulRoute
{
    /// <summary>Corridors.</summary>
    public static IReadOnlyList<string> CorridorIds(MatchCase terms, bool fromDonor) =>
        InOrder([.. CorridorsOf(terms.First), .. terms.Second is { } second ? CorridorsOf(second) : []], fromDonor);

    /// <summary>Nodes; one only where nothing travels.</summary>
    public static IReadOnlyList<string> NodeIds(MatchCase terms, bool fromDonor)
    {
        var nodes = new List<string>();
        Add(nodes, NodesOf(terms.First, terms.Donor.Place.Home.Graph.Nodes[terms.Donor.Place.Node].Id, EndOf(terms)));
        if (terms.Second is { } second)
            Add(nodes, NodesOf(second, nodes[^1], IdOf(terms.Receiver!)));
        return InOrder(nodes, fromDonor);
    }

    private static string EndOf(MatchCase terms) => IdOf(terms.Treatment?.Intake ?? terms.Receiver!);

    private static string IdOf(MaterialReceiver receiver) => receiver.Place.Home.Graph.Nodes[receiver.Place.Node].Id;

    private static void Add(List<string> nodes, IReadOnlyList<string> more) => nodes.AddRange(nodes.Count > 0 && more.Count > 0 && nodes[^1] == more[0] ? more.Skip(1) : more);

    private static IReadOnlyList<string> NodesOf(Haul haul, string from, string to)
    {
        if (haul.Tree is { } tree)
            return tree.NodeIds(haul.Node);
        return from == to ? [from] : [from, to];
    }

    private static IReadOnlyList<string> CorridorsOf(Haul haul) => haul.Tree?.CorridorIds(haul.Node) ?? [];

    private static IReadOnlyList<string> InOrder(List<string> ids, bool fromDonor)
    {
        if (!fromDonor)
            ids.Reverse();
        return ids;
    }
}
