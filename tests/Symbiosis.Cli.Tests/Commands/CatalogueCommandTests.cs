namespace Symbiosis.Cli.Tests.Commands;

public sealed class CatalogueCommandTests
{
    private const string Technologies = """
        {
          "kind": "technology",
          "entries": [
            {
              "id": "heat-pump",
              "name": "Heat pump",
              "name_zh": "热泵",
              "group": "heat",
              "figures": [
                { "name": "cop", "unit": "1", "low": 2.5, "typical": 3.75, "high": 5, "quality": "QUALITY_SOURCED", "source_ids": ["handbook"], "note": "at 40 K lift" }
              ]
            },
            { "id": "orc", "name": "Organic Rankine cycle" }
          ],
          "sources": [{ "id": "handbook", "title": "A handbook", "address": "https://example.org/handbook" }]
        }
        """;

    private const string Materials = """{ "kind": "material", "entries": [{ "id": "slag", "name": "Slag", "name_zh": "渣" }] }""";

    [Fact]
    public void Run_List_ShowsEveryKind()
    {
        using var run = WithCatalogue("data/catalogue");

        Assert.Equal(ExitCode.Ok, run.Run("catalogue", "list"));
        Assert.Contains("heat-pump", run.Output);
        Assert.Contains("slag", run.Output);
    }

    [Fact]
    public void Run_ListKind_ShowsOnlyThatKind()
    {
        using var run = WithCatalogue("data/catalogue");

        Assert.Equal(ExitCode.Ok, run.Run("catalogue", "list", "material"));
        Assert.DoesNotContain("heat-pump", run.Output);
    }

    [Fact]
    public void Run_ListUnknownKind_NamesTheKnownOnes()
    {
        using var run = WithCatalogue("data/catalogue");

        Assert.Equal(ExitCode.BadInput, run.Run("catalogue", "list", "colour"));
        Assert.Contains("Known: material, technology", run.Error);
    }

    [Fact]
    public void Run_Show_GivesFiguresRangesAndSources()
    {
        using var run = WithCatalogue("data/catalogue");

        Assert.Equal(ExitCode.Ok, run.Run("catalogue", "show", "heat-pump"));
        Assert.Contains("3.75", run.Output);
        Assert.Contains("sourced", run.Output);
        Assert.Contains("[handbook] A handbook, https://example.org/handbook", run.Output);
    }

    [Fact]
    public void Run_ShowMisspelt_SuggestsTheNearest()
    {
        using var run = WithCatalogue("data/catalogue");

        Assert.Equal(ExitCode.BadInput, run.Run("catalogue", "show", "heatpump"));
        Assert.Contains("Did you mean heat-pump?", run.Error);
    }

    [Fact]
    public void Run_NoCatalogueInFolders_ReadsTheOneBesideTheProgram()
    {
        using var run = WithCatalogue("program/catalogue");

        Assert.Equal(ExitCode.Ok, run.Run("catalogue", "show", "slag", "--lang", "zh"));
        Assert.Contains("渣", run.Output);
    }

    [Fact]
    public void Run_BrokenCatalogue_NamesFileAndPlace()
    {
        using var run = WithCatalogue("data/catalogue");
        run.Folder.Write("data/catalogue/broken.json", """{ "kind": "factor", "entires": [] }""");

        Assert.Equal(ExitCode.BadInput, run.Run("catalogue", "list"));
        Assert.Contains("broken.json", run.Error);
        Assert.Contains("entires", run.Error);
    }

    private static CliRun WithCatalogue(string folder)
    {
        var run = new CliRun();
        run.Folder.Write($"{folder}/technologies.json", Technologies);
        run.Folder.Write($"{folder}/materials.json", Materials);
        return run;
    }
}
