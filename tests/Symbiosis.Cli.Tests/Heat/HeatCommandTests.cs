using System.Text.Json;
using System.Xml.Linq;

namespace Symbiosis.Cli.Tests.Heat;

public sealed class HeatCommandTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Run_TableOfStreams_PrintsTheTargets(string language)
    {
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.Ok, run.Run("heat", "--streams", "streams.csv", "--utilities", "utilities.csv", "--lang", language));
        Approved.Match($"heat-streams-{language}", run.Output);
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Run_Park_PrintsPlantsAndSite(string language)
    {
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.Ok, run.Run("heat", "pair", "--lang", language));
        Approved.Match($"heat-park-{language}", run.Output);
    }

    [Fact]
    public void Run_OnePlant_PrintsItAlone()
    {
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.Ok, run.Run("heat", "pair", "--plant", "smelter"));
        Assert.StartsWith("Copper smelter: heat targets of 1 hot and 0 cold streams.", run.Output);
        Assert.Contains("2,500", run.Output);
        Assert.DoesNotContain("Paper mill", run.Output);
    }

    [Fact]
    public void Run_UnknownPlant_NamesTheNearest()
    {
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.BadInput, run.Run("heat", "pair", "--plant", "smelte"));
        Assert.Contains("Did you mean 'smelter'?", run.Error);
    }

    [Fact]
    public void Run_Json_GivesTargetsForPrograms()
    {
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.Ok, run.Run("heat", "--streams", "streams.csv", "--json"));
        using var json = JsonDocument.Parse(run.Output);
        var plant = json.RootElement.GetProperty("plants")[0];
        Assert.Equal(750, plant.GetProperty("hot_utility_kw").GetDouble());
        Assert.Equal(145, plant.GetProperty("pinch_shifted_celsius")[0].GetDouble());
        Assert.Equal("PINCH_KIND_PROCESS", plant.GetProperty("pinches")[0].GetProperty("kind").GetString());
        Assert.Equal(245, plant.GetProperty("curves").GetProperty("grand_composite").GetProperty("celsius")[0].GetDouble());
        Assert.False(json.RootElement.TryGetProperty("site", out _));
    }

    [Fact]
    public void Run_JsonOfAPark_HasTheSiteAndItsTime()
    {
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.Ok, run.Run("heat", "pair", "--json"));
        using var json = JsonDocument.Parse(run.Output);
        var site = json.RootElement.GetProperty("site");
        Assert.Equal(3000, site.GetProperty("separate").GetProperty("hot_utility_kw").GetDouble());
        Assert.Equal(0, site.GetProperty("through_utilities").GetProperty("hot_utility_kw").GetDouble());
        Assert.Equal(500 * 4380, site.GetProperty("integrated").GetProperty("time").GetProperty("hot_utility_kwh").GetDouble());
        Assert.Equal(500 * 4380, site.GetProperty("integrated").GetProperty("time").GetProperty("storage_saving_at_most_kwh").GetDouble());
    }

    [Fact]
    public void Run_Svg_WritesEveryCurve()
    {
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.Ok, run.Run("heat", "pair", "--svg", "curves/new"));
        var files = Directory.GetFiles(run.Folder["curves/new"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(
            ["mill-balanced.svg", "mill-composite.svg", "mill-grand.svg", "mill-shifted.svg", "site-balanced.svg", "site-composite.svg", "site-grand.svg", "site-profiles.svg", "site-shifted.svg",
                "smelter-balanced.svg", "smelter-composite.svg", "smelter-grand.svg", "smelter-shifted.svg"],
            files);
        Assert.All(files, file => Assert.Equal("svg", XDocument.Load(run.Folder[$"curves/new/{file}"]).Root?.Name.LocalName));
        Assert.Contains("13 charts written to", run.Error);
    }

    [Fact]
    public void Run_OneApproachForAll_ReplacesTheStreamsOwn()
    {
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.Ok, run.Run("heat", "--streams", "streams.csv", "--min-approach", "20", "--json"));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1150, json.RootElement.GetProperty("plants")[0].GetProperty("hot_utility_kw").GetDouble());
    }

    [Theory]
    [InlineData("heat")]
    [InlineData("heat pair --streams streams.csv")]
    [InlineData("heat pair --utilities utilities.csv")]
    [InlineData("heat pair --min-approach -1")]
    [InlineData("heat pair --ambient cold")]
    [InlineData("heat --streams missing.csv")]
    public void Run_WrongCommandLine_ExitsWith2(string commandLine)
    {
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.BadInput, run.Run(commandLine.Split(' ')));
        Assert.NotEqual("", run.Error);
    }

    [Fact]
    public void Run_TableNotInUtf8_SaysHowToSaveIt()
    {
        using var run = HeatSamples.Run();
        File.WriteAllBytes(run.Folder["gbk.csv"], [(byte)'n', 0xC3, 0xFB, (byte)'\n']);

        Assert.Equal(ExitCode.BadInput, run.Run("heat", "--streams", "gbk.csv"));
        Assert.Contains("CSV UTF-8", run.Error);
    }

    [Fact]
    public void Run_TableWithFaults_NamesAllOfThemByLineAndColumn()
    {
        using var run = HeatSamples.Run();
        run.Folder.Write("bad.csv", "name,supply_celsius,target_celsius,heat_kw,approach_k\nA,20,x,100,5\n,20,30,-5,5\n\nC,-300,30,,5\nD,50,50,10,5\n");

        Assert.Equal(ExitCode.BadInput, run.Run("heat", "--streams", "bad.csv"));
        Assert.Equal("", run.Output);
        foreach (var place in new[] { "line 2, column 3", "line 3, column 1", "line 3, column 4", "line 5, column 2", "line 5, column 4", "line 6, column 3" })
            Assert.Contains(place, run.Error);
    }
}
