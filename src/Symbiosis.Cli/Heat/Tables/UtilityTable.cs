using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Heat.Tables;

/// <summary>
/// A table of utility levels that all plants of a table of streams share: <c>name,kind,supply_celsius</c>; optional
/// <c>target_celsius</c> (absent: isothermal), <c>approach_k</c> (absent: as in a park, 5 for a header and 0 for the others),
/// <c>price_cny_per_kwh</c> and <c>capacity_kw</c>. A kind is hot, cold or both (a header that is used and generated).
/// </summary>
internal static class UtilityTable
{
    private static readonly string[] Known = ["name", "kind", "supply_celsius", "target_celsius", "approach_k", "price_cny_per_kwh", "capacity_kw"];

    private static readonly Dictionary<string, V1.UtilityRole> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hot"] = V1.UtilityRole.Hot,
        ["cold"] = V1.UtilityRole.Cold,
        ["both"] = V1.UtilityRole.Both,
        ["热"] = V1.UtilityRole.Hot,
        ["冷"] = V1.UtilityRole.Cold,
        ["双向"] = V1.UtilityRole.Both,
    };

    /// <summary>Reads a file's text.</summary>
    public static TableRows<V1.HeatTableUtility> Read(string text)
    {
        var violations = new ViolationList();
        var table = CsvTable.Read(text, Known, violations);
        table?.Require("name", "kind", "supply_celsius");
        return new TableRows<V1.HeatTableUtility>("utilities", table, violations, Row);
    }

    private static V1.HeatTableUtility Row(CsvRow row)
    {
        var level = new V1.HeatTableUtility { Name = row.Text("name") };
        row.Word("kind", Kinds, "'hot', 'cold' and 'both'", value => level.Role = value);
        row.Number("supply_celsius", value => level.SupplyCelsius = value);
        row.Number("target_celsius", value => level.TargetCelsius = value);
        row.Number("approach_k", value => level.ApproachK = value);
        row.Number("price_cny_per_kwh", value => level.PriceCnyPerKwh = value);
        row.Number("capacity_kw", value => level.CapacityKw = value);
        return level;
    }
}
