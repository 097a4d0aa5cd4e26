using System.Text.Json;

namespace Symbiosis.Cli.Tests.Commands;

public sealed class ValidateCommandTests
{
    private static readonly string BadPark = PlanSamples.ParkJson.Replace("\"site_id\": \"north\"", "\"site_id\": \"moon\"", StringComparison.Ordinal);

    [Fact]
    public void Run_GoodPark_ExitsWith0()
    {
        using var run = new CliRun();

        Assert.Equal(ExitCode.Ok, run.Run("validate", "park.json"));
        Assert.Contains("park.json is valid.", run.Output);
    }

    [Fact]
    public void Run_BadPark_ShowsPathCodeSentenceAndValue()
    {
        using var run = new CliRun();
        run.Folder.Write("bad.json", BadPark);

        Assert.Equal(ExitCode.BadInput, run.Run("validate", "bad.json"));
        Assert.Contains("bad.json cannot be used.", run.Output);
        Assert.Contains("park.plants[0].site_id", run.Output);
        Assert.Contains("UNKNOWN_ID", run.Output);
        Assert.Contains("moon", run.Output);
    }

    [Fact]
    public void Run_BadParkWithJson_GivesAList()
    {
        using var run = new CliRun();
        run.Folder.Write("bad.json", BadPark);

        Assert.Equal(ExitCode.BadInput, run.Run("validate", "bad.json", "--json"));
        using var json = JsonDocument.Parse(run.Output);
        var violation = json.RootElement.EnumerateArray().First(item => item.GetProperty("code").GetString() == "UNKNOWN_ID");
        Assert.Equal("park.plants[0].site_id", violation.GetProperty("field_path").GetString());
        Assert.Equal("moon", violation.GetProperty("value").GetString());
        Assert.Equal("ERROR", violation.GetProperty("severity").GetString());
        Assert.NotEqual("", violation.GetProperty("sentence").GetString());
    }

    [Fact]
    public void Run_GoodParkWithJson_GivesAnEmptyList()
    {
        using var run = new CliRun();

        Assert.Equal(ExitCode.Ok, run.Run("validate", "park.json", "--json"));
        Assert.Equal("[]", run.Output.Trim());
    }

    [Fact]
    public void Run_ScenarioNamesUnknownPlant_ExitsWith2()
    {
        using var run = new CliRun();
        run.Folder.Write("closed.json", """{ "id": "closed", "availabilities": [{ "plant_id": "sugar-mill", "factor": 0.5 }] }""");

        Assert.Equal(ExitCode.BadInput, run.Run("validate", "park.json", "--scenario", "closed.json"));
        Assert.Contains("sugar-mill", run.Output);
    }

    [Fact]
    public void Run_Chinese_NamesTheColumnsInChinese()
    {
        using var run = new CliRun();
        run.Folder.Write("bad.json", BadPark);

        run.Run("validate", "bad.json", "--lang=zh");

        Assert.Contains("不能使用", run.Output);
        Assert.Contains("字段", run.Output);
    }
}
