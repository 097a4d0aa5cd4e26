using System.Text.Json;
using Symbiosis.Pinch.Problems;

namespace Symbiosis.Pinch.Tests.Published;

/// <summary>A published problem: the same file that the command line's tests write tables from.</summary>
internal sealed class PublishedCase
{
    private PublishedCase(string name, JsonElement root) => (Name, Root) = (name, root);

    public string Name { get; }

    public JsonElement Root { get; }

    public JsonElement Expected => Root.GetProperty("expected");

    public double RelativeTolerance => Expected.GetProperty("tolerance").GetProperty("relative").GetDouble();

    public double PinchToleranceK => Expected.GetProperty("tolerance").GetProperty("pinch_K").GetDouble();

    /// <summary>Names of all cases of a kind.</summary>
    public static IEnumerable<string> Names(string prefix) =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "published"), prefix + "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal);

    public static PublishedCase Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "published", name + ".json")));
        return new PublishedCase(name, document.RootElement.Clone());
    }

    /// <summary>The zones as problems.</summary>
    public IReadOnlyList<HeatProblem> Problems()
    {
        var inputs = Root.GetProperty("inputs");
        List<UtilityLevel> utilities = [.. inputs.GetProperty("utilities").EnumerateArray().Select(Level)];
        return [.. inputs.GetProperty("streams").EnumerateArray().GroupBy(stream => stream.GetProperty("zone").GetString() ?? "").Select(zone => new HeatProblem
        {
            Id = zone.Key,
            Name = zone.Key,
            Streams = [.. zone.Select(stream => Stream(stream, Number(stream, "dt_contribution_K") ?? 0))],
            Utilities = utilities,
        })];
    }

    public static ProcessStream Stream(JsonElement stream, double approachK)
    {
        var supply = stream.GetProperty("t_supply_C").GetDouble();
        var target = stream.GetProperty("t_target_C").GetDouble();
        return new ProcessStream
        {
            Name = stream.TryGetProperty("name", out var name) ? name.GetString() ?? "" : "",
            IsHot = stream.TryGetProperty("kind", out var kind) ? kind.GetString() == "hot" : supply >= target,
            SupplyCelsius = supply,
            TargetCelsius = target,
            HeatKw = stream.GetProperty("heat_kW").GetDouble(),
            ApproachK = approachK,
        };
    }

    private static UtilityLevel Level(JsonElement utility)
    {
        var supply = utility.GetProperty("t_supply_C").GetDouble();
        var target = Number(utility, "t_target_C") ?? supply;
        return new UtilityLevel
        {
            Name = utility.GetProperty("name").GetString() ?? "",
            Role = Enum.Parse<UtilityRole>(utility.GetProperty("type").GetString() ?? ""),
            HighCelsius = Math.Max(supply, target),
            LowCelsius = Math.Min(supply, target),

            // What a park's carriers have where they give none; it also reproduces the levels of Kim and Bagajewicz, which give none.
            ApproachK = Number(utility, "dt_contribution_K") ?? 5,
            PriceCnyPerKwh = Number(utility, "price"),
            IsShared = true,
        };
    }

    private static double? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
