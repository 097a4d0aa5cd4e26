using Symbiosis.Milp;

namespace Symbiosis.Cli.Tests;

public sealed class CliApplicationTests
{
    [Fact]
    public void ExitCodes_AreStable() =>
        Assert.Equal(
            [("Ok", 0), ("Fault", 1), ("BadInput", 2), ("NoFeasiblePlan", 3), ("StoppedAtLimit", 4)],
            Enum.GetValues<ExitCode>().Select(code => (code.ToString(), (int)code)));

    [Theory]
    [InlineData("", "command was not provided")]
    [InlineData("optimise park.json", "optimise")]
    [InlineData("optimize", "PARK")]
    [InlineData("optimize park.json --speed 3", "--speed")]
    [InlineData("optimize park.json another.json", "another.json")]
    [InlineData("optimize park.json --gap", "--gap")]
    [InlineData("optimize park.json --gap lots", "'lots'")]
    [InlineData("optimize park.json --gap -0.1", "'-0.1'")]
    [InlineData("optimize park.json --gap NaN", "'NaN'")]
    [InlineData("optimize park.json --gap 2", "1%")]
    [InlineData("optimize park.json --time-limit 0", "'0'")]
    [InlineData("optimize park.json --time-limit 1e300", "10,000,000")]
    [InlineData("optimize park.json --typical-days 0", "from 1 to 366")]
    [InlineData("optimize park.json --typical-days 1.5", "'1.5'")]
    [InlineData("optimize park.json --engine gurobi", "Known: highs, cbc")]
    [InlineData("optimize park.json --lang fr", "Known: en, zh")]
    [InlineData("optimize missing.json", "There is no file 'missing.json'")]
    [InlineData("optimize folder", "has no park.json")]
    [InlineData("optimize park.json --scenario folder", "'folder' is a folder")]
    [InlineData("optimize park.json --scenario missing.json", "There is no file 'missing.json'")]
    [InlineData("optimize park.json --out folder", "'folder' is a folder")]
    [InlineData("optimize park.json --out nowhere/plan.json", "Create it first")]
    [InlineData("optimize park.json --out a.txt --export-mps a.txt", "the same file")]
    [InlineData("optimize not-json.json", "INVALID_JSON")]
    [InlineData("optimize not-utf8.json", "INVALID_UTF8")]
    [InlineData("optimize empty.json", "INVALID_JSON")]
    [InlineData("validate missing.json", "There is no file 'missing.json'")]
    [InlineData("catalogue", "command was not provided")]
    [InlineData("catalogue list", "No catalogue was found")]
    public void Run_WrongInput_ExitsWith2AndOneClearSentence(string commandLine, string expected)
    {
        using var run = new CliRun();
        Directory.CreateDirectory(run.Folder["folder"]);
        run.Folder.Write("not-json.json", "{ \"id\": ");
        run.Folder.Write("empty.json", "");
        File.WriteAllBytes(run.Folder["not-utf8.json"], [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D]);

        var code = run.Run(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(expected, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("optimize --help")]
    [InlineData("catalogue show -h")]
    [InlineData("--version")]
    public void Run_Help_ExitsWith0(string commandLine)
    {
        using var run = new CliRun();

        Assert.Equal(ExitCode.Ok, run.Run(commandLine.Split(' ')));
        Assert.NotEqual("", run.Output);
    }

    [Fact]
    public void Run_HelpInChinese_SpeaksChinese()
    {
        using var run = new CliRun();

        run.Run("optimize", "--help", "--lang", "zh");

        Assert.Contains("求解器", run.Output);
    }

    [Fact]
    public void Run_EngineMissing_ExitsWith1CauseAndCureWithoutStackTrace()
    {
        using var run = new CliRun();
        run.Search = (_, _, _, _, _, _) => throw new SolverException("HiGHS", SolverFaultKind.NotInstalled, "'node' was not found. Install Node.js 20.");

        var code = run.Run("optimize", "park.json");

        Assert.Equal(ExitCode.Fault, code);
        Assert.Contains("Fault: HiGHS: 'node' was not found. Install Node.js 20.", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public void Run_UnexpectedFault_ExitsWith1AndNamesIt()
    {
        using var run = new CliRun();
        run.Search = (_, _, _, _, _, _) => throw new InvalidOperationException("The row is empty.");

        var code = run.Run("optimize", "park.json");

        Assert.Equal(ExitCode.Fault, code);
        Assert.Contains("InvalidOperationException", run.Error);
        Assert.Contains("The row is empty.", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }
}
