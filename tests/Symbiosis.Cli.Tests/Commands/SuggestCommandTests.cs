using System.Text.Json;

namespace Symbiosis.Cli.Tests.Commands;

public sealed class SuggestCommandTests
{
    [Fact]
    public void Run_Process_ShowsFlowsWithRangeAndWhatWasLeftOut()
    {
        using var run = WithCatalogue();

        Assert.Equal(ExitCode.Ok, run.Run("catalogue", "suggest", "acid_plant", "--tonnes-per-year", "3,850,000", "--hours", "7900"));
        Assert.Contains("219,304", run.Output);
        Assert.Contains("170,570", run.Output);
        Assert.Contains("steam_from_lt_recovery", run.Output);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void Run_Json_IsTheResponseOfTheService()
    {
        using var run = WithCatalogue();

        Assert.Equal(ExitCode.Ok, run.Run("catalogue", "suggest", "catalogue/process/cu_flash_smelting", "--tonnes-per-year", "1e5", "--site", "west", "--json"));
        using var json = JsonDocument.Parse(run.Output);
        var plant = json.RootElement.GetProperty("fragment").GetProperty("plants")[0];
        Assert.Equal("west", plant.GetProperty("site_id").GetString());
        Assert.Equal(10_759.5, plant.GetProperty("streams")[0].GetProperty("heat_kw").GetDouble());
    }

    [Fact]
    public void Run_Chinese_SpeaksIt()
    {
        using var run = WithCatalogue();

        Assert.Equal(ExitCode.Ok, run.Run("catalogue", "suggest", "re_sx_separation", "--tonnes-per-year", "5500", "--lang", "zh"));
        Assert.Contains("冷物流", run.Output);
    }

    [Theory]
    [InlineData("acid_plnt", "100", "acid_plant")]
    [InlineData("acid_plant", "many", "'many'")]
    [InlineData("acid_plant", "-5", "tonnes_per_year")]
    public void Run_WrongInput_SaysWhatToDo(string process, string tonnes, string expected)
    {
        using var run = WithCatalogue();

        Assert.Equal(ExitCode.BadInput, run.Run("catalogue", "suggest", process, $"--tonnes-per-year={tonnes}"));
        Assert.Contains(expected, run.Error);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void Run_WithoutTonnes_AsksForThem()
    {
        using var run = WithCatalogue();

        Assert.Equal(ExitCode.BadInput, run.Run("catalogue", "suggest", "acid_plant"));
        Assert.Contains("--tonnes-per-year", run.Error);
    }

    [Fact]
    public void Run_WrongInputAsJson_ListsTheFaults()
    {
        using var run = WithCatalogue();

        Assert.Equal(ExitCode.BadInput, run.Run("catalogue", "suggest", "acid_plnt", "--tonnes-per-year", "0", "--json"));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(2, json.RootElement.GetArrayLength());
    }

    private static CliRun WithCatalogue()
    {
        var run = new CliRun();
        var folder = Path.GetFullPath(Path.Combine(Programs.Park("three-plants"), "..", "..", "catalogue"));
        foreach (var file in Directory.GetFiles(folder, "*.json"))
            run.Folder.Write($"data/catalogue/{Path.GetFileName(file)}", File.ReadAllText(file));
        return run;
    }
}
