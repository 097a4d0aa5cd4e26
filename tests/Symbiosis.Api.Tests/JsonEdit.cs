using System.Text.Json.Nodes;

namespace Symbiosis.Api.Tests;

/// <summary>Changes one place of a JSON document, named as in a violation's path without the root word.</summary>
internal static class JsonEdit
{
    /// <summary>Sets the value at the path; a value of null takes it away; an index one past the end adds.</summary>
    public static void Set(JsonNode root, string path, string? json)
    {
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        var node = root;
        foreach (var step in steps[..^1]) node = step[0] == '[' ? node[Index(step)]! : node[step]!;

        var last = steps[^1];
        if (node is JsonArray list)
        {
            if (json is null) list.RemoveAt(Index(last));
            else if (Index(last) == list.Count) list.Add(JsonNode.Parse(json));
            else list[Index(last)] = JsonNode.Parse(json);
        }
        else if (json is null)
        {
            node.AsObject().Remove(last);
        }
        else
        {
            node[last] = JsonNode.Parse(json);
        }
    }

    private static int Index(string step) => int.Parse(step.AsSpan(1, step.Length - 2), System.Globalization.CultureInfo.InvariantCulture);
}
