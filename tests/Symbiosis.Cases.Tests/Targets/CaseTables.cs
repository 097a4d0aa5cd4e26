using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Symbiosis.Cases.Tests.Targets;

/// <summary>Writes published streams and utilities as the tables an engineer would write.</summary>
internal static class CaseTables
{
    /// <summary>Streams with <c>kind</c> where the case gives it and <c>plant</c> where it has zones.</summary>
    public static string Streams(JsonElement streams, double? approachK)
    {
        var table = new StringBuilder("name,supply_celsius,target_celsius,heat_kw,approach_k,kind,plant\n");
        foreach (var stream in streams.EnumerateArray())
        {
            Append(
                table,
                Text(stream, "name") is { Length: > 0 } name ? name : "stream",
                Number(stream, "t_supply_C"),
                Number(stream, "t_target_C"),
                Number(stream, "heat_kW"),
                approachK?.ToString("R", CultureInfo.InvariantCulture) ?? Number(stream, "dt_contribution_K"),
                Text(stream, "kind"),
                Text(stream, "zone"));
        }

        return table.ToString();
    }

    /// <summary>Utilities; one without target temperature leaves the cell empty.</summary>
    public static string Utilities(JsonElement utilities)
    {
        var table = new StringBuilder("name,kind,supply_celsius,target_celsius,approach_k,price_cny_per_kwh\n");
        foreach (var utility in utilities.EnumerateArray())
        {
            Append(
                table,
                Text(utility, "name"),
                Text(utility, "type").ToLowerInvariant(),
                Number(utility, "t_supply_C"),
                Number(utility, "t_target_C"),
                Number(utility, "dt_contribution_K"),
                Number(utility, "price"));
        }

        return table.ToString();
    }

    private static void Append(StringBuilder table, params IEnumerable<string> cells) =>
        table.AppendJoin(',', cells.Select(cell => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell)).Append('\n');

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static string Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : "";
}
