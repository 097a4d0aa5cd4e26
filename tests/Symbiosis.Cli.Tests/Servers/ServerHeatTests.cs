using Symbiosis.Cli.Tests.Heat;

namespace Symbiosis.Cli.Tests.Servers;

/// <summary>The real server and this process give one answer.</summary>
public sealed class ServerHeatTests(ServerProcess server)
{
    [Theory]
    [InlineData("heat pair")]
    [InlineData("heat pair --json")]
    [InlineData("heat pair --plant mill --min-approach 30 --ambient 5 --lang zh")]
    [InlineData("heat --streams streams.csv --utilities utilities.csv")]
    [InlineData("heat --streams streams.csv --json")]
    public void Run_OnAServer_SaysTheSame(string commandLine)
    {
        using var here = HeatSamples.Run();
        using var there = HeatSamples.Run();

        Assert.Equal(ExitCode.Ok, here.Run(commandLine.Split(' ')));
        Assert.Equal(ExitCode.Ok, there.Run([.. commandLine.Split(' '), "--server", server.Url]));
        Assert.Equal(here.Output, there.Output);
        Assert.Equal(here.Error, there.Error);
    }

    [Fact]
    public void Run_SvgOnAServer_WritesTheSameCharts()
    {
        using var here = HeatSamples.Run();
        using var there = HeatSamples.Run();

        here.Run("heat", "pair", "--svg", "curves", "--lang", "zh");
        there.Run("heat", "pair", "--svg", "curves", "--lang", "zh", "--server", server.Url);

        var files = Directory.GetFiles(here.Folder["curves"]).Select(path => Path.GetFileName(path)).ToList();
        Assert.Equal(13, files.Count);
        Assert.All(files, file => Assert.Equal(File.ReadAllText(here.Folder[$"curves/{file}"]), File.ReadAllText(there.Folder[$"curves/{file}"])));
    }

    [Theory]
    [InlineData("A,20,30,-5,5", "line 2, column 4 (heat_kw)")]
    [InlineData("A,20,x,5,5", "line 2, column 3 (target_celsius)")]
    [InlineData("A,20,20,5,5", "line 2, column 3 (target_celsius)")]
    public void Run_WrongRowOnAServer_IsNamedByLineAndColumn(string row, string place)
    {
        using var run = HeatSamples.Run();
        run.Folder.Write("bad.csv", $"name,supply_celsius,target_celsius,heat_kw,approach_k\n{row}\n");

        Assert.Equal(ExitCode.BadInput, run.Run("heat", "--streams", "bad.csv", "--server", server.Url));
        Assert.Contains(place, run.Error);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void Run_UnknownPlantOnAServer_NamesTheNearest()
    {
        using var run = HeatSamples.Run();

        Assert.Equal(ExitCode.BadInput, run.Run("heat", "pair", "--plant", "smelte", "--server", server.Url));
        Assert.Contains("Did you mean 'smelter'?", run.Error);
    }
}
