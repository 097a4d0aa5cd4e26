using System.Globalization;
using System.Text.Json;

namespace Symbiosis.Cases.Tests;

/// <summary>A plan as the command line writes it, read without the product's own types. Absent fields are zero, as protobuf JSON says.</summary>
internal sealed class PlanFile
{
    private readonly JsonElement root;

    private PlanFile(JsonElement root) => this.root = root;

    /// <summary>Reads a plan.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static PlanFile Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new PlanFile(document.RootElement.Clone());
    }

    /// <summary>How the search ended, for example <c>OUTCOME_OPTIMAL</c>.</summary>
    public string Outcome => Text(root, "outcome");

    /// <summary>Total cost, CNY.</summary>
    public double CostCny => Money(root.GetProperty("summary"), "cost_cny");

    /// <summary>The audit's verdict.</summary>
    public bool IsAuditClean => root.TryGetProperty("audit", out var audit) && audit.TryGetProperty("clean", out var clean) && clean.GetBoolean();

    /// <summary>What failed in the audit.</summary>
    public string AuditFailures => root.TryGetProperty("audit", out var audit)
        ? string.Join(' ', Items(audit, "checks").SelectMany(check => Items(check, "failures")).Select(failure => failure.GetString()))
        : "The plan has no audit.";

    /// <summary>New size of a piece of equipment, in its own unit; 0 where the plan does not name it.</summary>
    public double NewSize(string plant, string element) => Items(root, "equipment")
        .Where(size => Text(size, "plant_id") == plant && Text(size, "element_id") == element)
        .Sum(size => Number(size, "new_size"));

    /// <summary>Costs whose field path starts with <paramref name="fieldPath"/>, CNY.</summary>
    public double Cost(string fieldPath) => Items(root, "costs")
        .Where(cost => Text(cost, "field_path").StartsWith(fieldPath, StringComparison.Ordinal))
        .Sum(cost => Money(cost, "cny"));

    /// <summary>Values of a quantity by period; <c>null</c> where the plan does not name it.</summary>
    public double[]? Series(string plant, string quantity) => Items(root, "operation")
        .Where(series => Text(series, "plant_id") == plant && Text(series, "quantity") == quantity)
        .Select(Values)
        .FirstOrDefault();

    /// <summary>Energy of some quantities over the horizon, kWh.</summary>
    public double EnergyKwh(string? plant, IReadOnlyCollection<string> quantities)
    {
        var hours = Items(root, "periods").Select(period => Number(period, "duration_hours") * Number(period, "weight")).ToArray();
        return Items(root, "operation")
            .Where(series => (plant is null || Text(series, "plant_id") == plant) && quantities.Contains(Text(series, "quantity")))
            .Sum(series => Values(series).Zip(hours, (kw, hour) => kw * hour).Sum());
    }

    private static double[] Values(JsonElement series) => [.. Items(series, "values").Select(value => value.GetDouble())];

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static double Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    private static double Money(JsonElement element, string name) => double.Parse(Text(element, name), NumberStyles.Float, CultureInfo.InvariantCulture);
}
