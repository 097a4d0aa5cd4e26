using System.Text.Json;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Heat;

/// <summary>Published problems as tables that are sent; the same files that the other rooms' tests read.</summary>
internal static class PublishedTables
{
    public static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "published", name + ".json")));
        return document.RootElement.Clone();
    }

    public static HeatTable Table(JsonElement inputs) => new()
    {
        Streams = { inputs.GetProperty("streams").EnumerateArray().Select(Stream) },
        Utilities = { inputs.GetProperty("utilities").EnumerateArray().Select(Utility) },
    };

    private static HeatTableStream Stream(JsonElement published)
    {
        var stream = new HeatTableStream
        {
            Name = published.GetProperty("name").GetString(),
            Plant = published.GetProperty("zone").GetString(),
            SupplyCelsius = published.GetProperty("t_supply_C").GetDouble(),
            TargetCelsius = published.GetProperty("t_target_C").GetDouble(),
            HeatKw = published.GetProperty("heat_kW").GetDouble(),
            ApproachK = published.GetProperty("dt_contribution_K").GetDouble(),
        };
        if (published.TryGetProperty("kind", out var kind)) stream.Kind = Enum.Parse<StreamKind>(kind.GetString()!, ignoreCase: true);
        return stream;
    }

    private static HeatTableUtility Utility(JsonElement published)
    {
        var level = new HeatTableUtility
        {
            Name = published.GetProperty("name").GetString(),
            Role = Enum.Parse<UtilityRole>(published.GetProperty("type").GetString()!),
            SupplyCelsius = published.GetProperty("t_supply_C").GetDouble(),
        };
        if (Number(published, "t_target_C") is { } target) level.TargetCelsius = target;
        if (Number(published, "dt_contribution_K") is { } approach) level.ApproachK = approach;
        if (Number(published, "price") is { } price) level.PriceCnyPerKwh = price;
        return level;
    }

    private static double? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
