using System.Text.Json;

namespace Symbiosis.Cases.Tests.Targets;

/// <summary>
/// Published pinch and total-site problems as targets: written as tables, and as the parks that the optimiser solves too, run through
/// <c>heat</c> as a child process and compared with what was published.
/// </summary>
public sealed class PublishedTargetTests : IDisposable
{
    private const string EdgeCases = "pinch_pina_edge_cases";

    private readonly string folder = Directory.CreateTempSubdirectory("symbiosis-cases-").FullName;

    public static TheoryData<string> Cases => [.. Names("pinch_").Concat(Names("totalsite_")).Where(name => name != EdgeCases)];

    public static TheoryData<int> EdgeCaseIndexes => [.. Enumerable.Range(0, Read(EdgeCases).GetProperty("inputs").GetArrayLength())];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Heat_TablesOfAPublishedCase_GivePublishedTargets(string name)
    {
        var published = Read(name);
        var inputs = published.GetProperty("inputs");

        var answer = await HeatAsync("--streams", Write("streams.csv", CaseTables.Streams(inputs.GetProperty("streams"), null)), "--utilities", Write("utilities.csv", CaseTables.Utilities(inputs.GetProperty("utilities"))));

        var expected = published.GetProperty("expected");
        var comparison = new TargetComparison(name, expected.GetProperty("tolerance"));
        foreach (var plant in answer.GetProperty("plants").EnumerateArray())
            comparison.Plant(expected.GetProperty("zones").GetProperty(plant.GetProperty("id").GetString() ?? ""), plant);
        Assert.Equal(expected.GetProperty("zones").EnumerateObject().Count(), answer.GetProperty("plants").GetArrayLength());
        if (expected.TryGetProperty("zones_separate_sum", out _)) comparison.Site(expected, answer.GetProperty("site"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Heat_ParkOfAPublishedCase_GivesPublishedTargets(string name)
    {
        var expected = Read(name).GetProperty("expected");

        var answer = await HeatAsync(CaseFiles.ParkPath(name + ".json"));

        var comparison = new TargetComparison(name, expected.GetProperty("tolerance"));
        var zones = expected.GetProperty("zones").EnumerateObject().ToList();
        foreach (var (zone, plant) in zones.Zip(answer.GetProperty("plants").EnumerateArray()))
            comparison.Targets(zone.Value, plant, zone.Name);
        if (zones.Count > 1) comparison.Totals(expected, answer.GetProperty("site"));
    }

    [Theory]
    [MemberData(nameof(EdgeCaseIndexes))]
    public async Task Heat_TableOfAnEdgeCase_GivesPublishedTargets(int index)
    {
        var input = Read(EdgeCases).GetProperty("inputs")[index];
        var table = CaseTables.Streams(input.GetProperty("streams"), input.GetProperty("temp_shift_each_side_K").GetDouble());

        var answer = await HeatAsync("--streams", Write("streams.csv", table));

        new TargetComparison($"{EdgeCases}[{index}]", 1e-9, 1e-6).Targets(input.GetProperty("expected"), answer.GetProperty("plants")[0], "plant");
    }

    [Theory]
    [MemberData(nameof(EdgeCaseIndexes))]
    public async Task Heat_ParkOfAnEdgeCase_GivesPublishedTargets(int index)
    {
        var input = Read(EdgeCases).GetProperty("inputs")[index];

        var answer = await HeatAsync(CaseFiles.ParkPath($"{EdgeCases}_{input.GetProperty("name").GetString()}.json"));

        new TargetComparison($"{EdgeCases}[{index}]", 1e-9, 1e-6).Targets(input.GetProperty("expected"), answer.GetProperty("plants")[0], "plant");
    }

    private static async Task<JsonElement> HeatAsync(params string[] arguments)
    {
        var run = await CommandLineRun.RunAsync(["heat", .. arguments, "--json"], "heat", TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, $"heat ended with {run.ExitCode}: {run.Error}");
        using var document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> Names(string prefix) =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "published"), prefix + "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    private static JsonElement Read(string name) => CaseFiles.Read<JsonElement>(Path.Combine("published", name + ".json"));

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
