using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Heat.Tables;

/// <summary>
/// The table of streams that engineers have: <c>name,supply_celsius,target_celsius,heat_kw,approach_k</c>; <c>cp_kw_per_k</c> serves in
/// place of <c>heat_kw</c>. Optional: <c>kind</c> (hot or cold; needed where supply and target are equal) and <c>plant</c> (several of them
/// are a site). A stream of changing heat capacity stands on several rows.
/// </summary>
internal static class StreamTable
{
    private static readonly string[] Known = ["name", "supply_celsius", "target_celsius", "heat_kw", "cp_kw_per_k", "approach_k", "kind", "plant"];

    private static readonly Dictionary<string, V1.StreamKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hot"] = V1.StreamKind.Hot,
        ["cold"] = V1.StreamKind.Cold,
        ["热"] = V1.StreamKind.Hot,
        ["冷"] = V1.StreamKind.Cold,
    };

    /// <summary>Reads a file's text.</summary>
    public static TableRows<V1.HeatTableStream> Read(string text)
    {
        var violations = new ViolationList();
        var table = CsvTable.Read(text, Known, violations);
        table?.Require("name", "supply_celsius", "target_celsius");
        if (table?.Has("cp_kw_per_k") == false) table.Require("heat_kw");
        return new TableRows<V1.HeatTableStream>("streams", table, violations, Row);
    }

    private static V1.HeatTableStream Row(CsvRow row)
    {
        var stream = new V1.HeatTableStream { Name = row.Text("name"), Plant = row.Text("plant") };
        row.Number("supply_celsius", value => stream.SupplyCelsius = value);
        row.Number("target_celsius", value => stream.TargetCelsius = value);
        row.Number("heat_kw", value => stream.HeatKw = value);
        row.Number("cp_kw_per_k", value => stream.CpKwPerK = value);
        row.Number("approach_k", value => stream.ApproachK = value);
        row.Word("kind", Kinds, "'hot' and 'cold'", value => stream.Kind = value);
        return stream;
    }
}
