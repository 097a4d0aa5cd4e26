using Symbiosis.Domain.Validation;
using Symbiosis.Pinch.Problems;

namespace Symbiosis.Cli.Heat.Tables;

/// <summary>
/// The table of streams that engineers have: <c>name,supply_celsius,target_celsius,heat_kw,approach_k</c>; <c>cp_kw_per_k</c> serves in
/// place of <c>heat_kw</c>. Optional: <c>kind</c> (hot or cold; needed where supply and target are equal) and <c>plant</c> (several of them
/// are a site). A stream of changing heat capacity stands on several rows.
/// </summary>
internal static class StreamTable
{
    // A heat and a heat capacity that differ by more contradict each other; less is rounding.
    private const double SameShare = 0.005;

    private static readonly string[] Known = ["name", "supply_celsius", "target_celsius", "heat_kw", "cp_kw_per_k", "approach_k", "kind", "plant"];

    private static readonly Dictionary<string, bool> Kinds = new(StringComparer.OrdinalIgnoreCase) { ["hot"] = true, ["cold"] = false, ["热"] = true, ["冷"] = false };

    /// <summary>Reads the plants of a table, in the order in which they first occur.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="name">Name of the one plant of a table without plants.</param>
    /// <param name="minimumApproachK">One minimum approach for all streams in place of their own; absent: their own.</param>
    /// <param name="defaultApproachK">Contribution of a stream that gives none, K.</param>
    public static Validated<IReadOnlyList<HeatProblem>> Read(string text, string name, double? minimumApproachK, double defaultApproachK)
    {
        var violations = new ViolationList();
        if (CsvTable.Read(text, Known, violations) is not { } table) return Validated<IReadOnlyList<HeatProblem>>.Create(null, violations.Violations);

        table.Require("name", "supply_celsius", "target_celsius");
        if (!table.Has("cp_kw_per_k")) table.Require("heat_kw");
        var streams = table.Rows.Select(row => (Plant: row.Cell("plant").Text, Stream: Stream(row, minimumApproachK ?? 2 * defaultApproachK, isFixed: minimumApproachK is not null))).ToList();
        if (table.Rows.Count == 0)
            violations.Error("line 2", ViolationCodes.Required, "The table has no streams.");
        if (minimumApproachK is null && table.Rows.FirstOrDefault(row => row.Cell("approach_k").IsEmpty) is { } first)
            violations.Warn($"line {first.Line} (approach_k)", ViolationCodes.Required, $"Streams without an approach_k contribute {NumberText.Of(defaultApproachK)} K; --min-approach gives all streams another.");

        var problems = streams.GroupBy(row => row.Plant).Select(plant => new HeatProblem
        {
            Id = plant.Key.Length > 0 ? plant.Key : name,
            Name = plant.Key.Length > 0 ? plant.Key : name,
            Streams = [.. plant.Select(row => row.Stream).OfType<ProcessStream>()],
        }).ToList();
        return Validated<IReadOnlyList<HeatProblem>>.Create(problems, violations.Violations);
    }

    private static ProcessStream? Stream(CsvRow row, double minimumApproachK, bool isFixed)
    {
        var name = row.RequiredText("name");
        var supply = row.Celsius("supply_celsius");
        var target = row.Celsius("target_celsius");
        var ownApproach = row.NotNegative("approach_k");
        var heat = Heat(row, supply, target);
        if (name is null || supply is null || target is null || heat is null || IsHot(row, supply.Value, target.Value, heat.Value) is not { } isHot) return null;
        return new ProcessStream
        {
            Name = name,
            IsHot = isHot,
            SupplyCelsius = supply.Value,
            TargetCelsius = target.Value,
            HeatKw = heat.Value,
            ApproachK = isFixed ? minimumApproachK / 2 : ownApproach ?? minimumApproachK / 2,
        };
    }

    private static double? Heat(CsvRow row, double? supply, double? target)
    {
        var heat = row.NotNegative("heat_kw");
        var cp = row.NotNegative("cp_kw_per_k");
        if (!row.Cell("heat_kw").IsEmpty && heat is null) return null;
        if (row.Cell("cp_kw_per_k").IsEmpty)
        {
            if (heat is null && (row.Has("heat_kw") || row.Has("cp_kw_per_k"))) row.Error(row.Cell(row.Has("heat_kw") ? "heat_kw" : "cp_kw_per_k"), ViolationCodes.Required, "The row has neither heat_kw nor cp_kw_per_k; give one of them.");
            return heat;
        }

        if (cp is null || supply is null || target is null) return null;
        var product = cp.Value * Math.Abs(supply.Value - target.Value);
        if (heat is null && product == 0 && cp > 0)
        {
            row.Error(row.Cell("cp_kw_per_k"), ViolationCodes.OutOfRange, "A phase change at one temperature has no cp_kw_per_k; give its heat_kw.");
            return null;
        }

        if (heat is not null && Math.Abs(heat.Value - product) > SameShare * Math.Max(heat.Value, product) && product > 0)
        {
            row.Error(row.Cell("cp_kw_per_k"), ViolationCodes.OneofConflict, $"heat_kw is {NumberText.Of(heat.Value)}, but cp_kw_per_k over these temperatures gives {NumberText.Of(product)} kW. Leave one of them out.");
            return null;
        }

        return heat ?? product;
    }

    private static bool? IsHot(CsvRow row, double supply, double target, double heat)
    {
        var cell = row.Cell("kind");
        bool? cools = supply > target ? true : supply < target ? false : null;
        if (cell.IsEmpty)
        {
            if (cools is null && heat > 0)
                row.Error(row.Cell("target_celsius"), ViolationCodes.StreamKindUndecidable, "The stream starts and ends at one temperature. Add a column kind with 'hot' (it condenses) or 'cold' (it evaporates).");
            return cools ?? (heat > 0 ? null : false);
        }

        if (!Kinds.TryGetValue(cell.Text, out var isHot))
        {
            row.Error(cell, ViolationCodes.UnknownEnumValue, $"'{cell.Text}' is neither 'hot' nor 'cold'.");
            return null;
        }

        if (cools is not null && cools != isHot)
        {
            row.Error(cell, ViolationCodes.StreamKindContradicted, $"The stream is called {(isHot ? "hot but warms" : "cold but cools")} from {NumberText.Of(supply)} to {NumberText.Of(target)} deg C. Exchange the temperatures, or leave the kind out.");
            return null;
        }

        return isHot;
    }
}
