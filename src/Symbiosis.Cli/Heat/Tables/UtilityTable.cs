using Symbiosis.Domain.Validation;
using Symbiosis.Pinch.Problems;

namespace Symbiosis.Cli.Heat.Tables;

/// <summary>
/// A table of utility levels that all plants of a table of streams share: <c>name,kind,supply_celsius</c>; optional
/// <c>target_celsius</c> (absent: isothermal), <c>approach_k</c> (absent: as in a park, 5 for a header and 0 for the others),
/// <c>price_cny_per_kwh</c> and <c>capacity_kw</c>. A kind is hot, cold or both (a header that is used and generated).
/// </summary>
internal static class UtilityTable
{
    private const double HeaderApproachK = 5;

    private static readonly string[] Known = ["name", "kind", "supply_celsius", "target_celsius", "approach_k", "price_cny_per_kwh", "capacity_kw"];

    private static readonly Dictionary<string, UtilityRole> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hot"] = UtilityRole.Hot,
        ["cold"] = UtilityRole.Cold,
        ["both"] = UtilityRole.Both,
        ["热"] = UtilityRole.Hot,
        ["冷"] = UtilityRole.Cold,
        ["双向"] = UtilityRole.Both,
    };

    public static Validated<IReadOnlyList<UtilityLevel>> Read(string text)
    {
        var violations = new ViolationList();
        if (CsvTable.Read(text, Known, violations) is not { } table) return Validated<IReadOnlyList<UtilityLevel>>.Create(null, violations.Violations);

        table.Require("name", "kind", "supply_celsius");
        var levels = table.Rows.Select(Level).OfType<UtilityLevel>().ToList();
        return Validated<IReadOnlyList<UtilityLevel>>.Create(levels, violations.Violations);
    }

    private static UtilityLevel? Level(CsvRow row)
    {
        var name = row.RequiredText("name");
        var role = Role(row);
        var supply = row.Celsius("supply_celsius");
        var targetCell = row.Cell("target_celsius");
        var target = targetCell.IsEmpty ? supply : row.Celsius("target_celsius");
        var approach = row.NotNegative("approach_k") ?? (role == UtilityRole.Both ? HeaderApproachK : 0);
        var price = row.Number("price_cny_per_kwh");
        var capacity = row.NotNegative("capacity_kw");
        if (name is null || role is null || supply is null || target is null) return null;
        if ((role == UtilityRole.Hot && target > supply) || (role == UtilityRole.Cold && target < supply))
        {
            row.Error(targetCell, ViolationCodes.TemperatureOrder, role == UtilityRole.Hot
                ? "A hot utility gives its heat while it cools: exchange the temperatures."
                : "A cold utility takes heat while it warms: exchange the temperatures.");
            return null;
        }

        return new UtilityLevel
        {
            Name = name,
            Role = role.Value,
            HighCelsius = Math.Max(supply.Value, target.Value),
            LowCelsius = Math.Min(supply.Value, target.Value),
            ApproachK = approach,
            PriceCnyPerKwh = price,
            CapacityKw = capacity,
            IsShared = true,
        };
    }

    private static UtilityRole? Role(CsvRow row)
    {
        if (row.RequiredText("kind") is not { } text) return null;
        if (Kinds.TryGetValue(text, out var role)) return role;
        row.Error(row.Cell("kind"), ViolationCodes.UnknownEnumValue, $"'{text}' is none of 'hot', 'cold' and 'both'.");
        return null;
    }
}
