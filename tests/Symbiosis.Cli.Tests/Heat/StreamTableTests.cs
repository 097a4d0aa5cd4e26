using Symbiosis.Api.Reading;
using Symbiosis.Cli.Heat.Tables;
using Symbiosis.Domain.Validation;
using Symbiosis.Pinch.Problems;

namespace Symbiosis.Cli.Tests.Heat;

public sealed class StreamTableTests
{
    private const string Head = "name,supply_celsius,target_celsius,heat_kw,approach_k\n";

    [Fact]
    public void Read_EngineersTable_GivesOneHotAndOneColdStream()
    {
        var streams = Streams(Head + "Flue gas,300,120,1800,15\nWater,20,90,700,5\n");

        Assert.Equal([(true, 1800d, 15d), (false, 700d, 5d)], streams.Select(stream => (stream.IsHot, stream.HeatKw, stream.ApproachK)));
    }

    [Theory]
    [InlineData("\uFEFFname;supply_celsius;target_celsius;heat_kw;approach_k\r\nGas;300;120;1800;15\r\n")]
    [InlineData("name\tsupply_celsius\ttarget_celsius\theat_kw\tapproach_k\nGas\t300\t120\t1800\t15")]
    [InlineData(" Name , Supply_Celsius,target_celsius,heat_kw,approach_k,,\n \"Gas\" , 300 ,120,1.8e3,15,,\n,,,,,\n\n")]
    public void Read_OtherSeparatorsAndBlanks_AreUnderstood(string text)
    {
        var stream = Assert.Single(Streams(text));

        Assert.Equal(("Gas", 300d, 1800d), (stream.Name, stream.SupplyCelsius, stream.HeatKw));
    }

    [Fact]
    public void Read_QuotedNames_KeepSeparatorsQuotesAndLines()
    {
        var streams = Streams(Head + "\"Gas, \"\"hot\"\"\nside\",300,120,1800,15\nnext,300,120,1,15\n");

        Assert.Equal("Gas, \"hot\"\nside", streams[0].Name);
        Assert.Equal("next", streams[1].Name);
    }

    [Fact]
    public void Read_LineAfterAQuotedBreak_IsCountedAsInTheFile()
    {
        var violation = Assert.Single(Read(Head + "\"two\nlines\",300,120,1800,15\nbad,300,x,1800,15\n").Violations);

        Assert.Equal("line 4, column 3 (target_celsius)", violation.FieldPath);
    }

    [Fact]
    public void Read_HeatCapacity_ServesAsHeat() =>
        Assert.Equal(1800, Assert.Single(Streams("name,supply_celsius,target_celsius,cp_kw_per_k,approach_k\nGas,300,120,10,15\n")).HeatKw);

    [Theory]
    [InlineData("Gas,300,120,1800,10,15", null)]
    [InlineData("Gas,300,120,1500,10,15", ViolationCodes.OneofConflict)]
    [InlineData("Gas,300,120,,,15", ViolationCodes.Required)]
    [InlineData("Gas,300,300,,10,15", ViolationCodes.OutOfRange)]
    [InlineData("Gas,300,120,1800,ten,15", ViolationCodes.CsvNotANumber)]
    public void Read_HeatAndHeatCapacity_MustAgree(string row, string? code) =>
        Assert.Equal(code, Read($"name,supply_celsius,target_celsius,heat_kw,cp_kw_per_k,approach_k\n{row}\n").Violations.SingleOrDefault()?.Code);

    [Theory]
    [InlineData("Steam,120,120,500,5,hot", true)]
    [InlineData("Steam,120,120,500,5,Cold", false)]
    [InlineData("Steam,120,120,500,5,热", true)]
    [InlineData("Steam,120,120,0,5,", false)]
    public void Read_PhaseChange_TakesItsKind(string row, bool isHot) =>
        Assert.Equal(isHot, Assert.Single(Streams("name,supply_celsius,target_celsius,heat_kw,approach_k,kind\n" + row)).IsHot);

    [Theory]
    [InlineData("Steam,120,120,500,5,", ViolationCodes.StreamKindUndecidable)]
    [InlineData("Steam,120,100,500,5,cold", ViolationCodes.StreamKindContradicted)]
    [InlineData("Steam,120,100,500,5,warm", ViolationCodes.UnknownEnumValue)]
    [InlineData("Steam,120,100,NaN,5,", ViolationCodes.CsvNotANumber)]
    [InlineData("Steam,120,100,\"1,500\",5,", ViolationCodes.CsvNotANumber)]
    [InlineData("Steam,120,100,1,500,5,hot", ViolationCodes.CsvUnequalLength)]
    [InlineData("Steam,9000,100,500,5,", ViolationCodes.OutOfRange)]
    [InlineData("Steam,120,100,500,-1,", ViolationCodes.OutOfRange)]
    public void Read_WrongRow_IsRefused(string row, string code) =>
        Assert.Contains(code, Read("name,supply_celsius,target_celsius,heat_kw,approach_k,kind\n" + row).Violations.Where(violation => violation.Severity == Severity.Error).Select(violation => violation.Code));

    [Theory]
    [InlineData("", ViolationCodes.CsvMalformed)]
    [InlineData("name,supply_celsius,heat_kw\nA,1,2\n", ViolationCodes.CsvMissingColumn)]
    [InlineData("name,supply_celsius,target_celsius,heat_kw,heat_kw\nA,1,2,3,3\n", ViolationCodes.DuplicateKey)]
    [InlineData("name,supply_celsius,target_celsius,heat_kw,aproach_k\nA,1,2,3,3\n", ViolationCodes.UnknownField)]
    [InlineData(Head, ViolationCodes.Required)]
    public void Read_WrongHeader_IsRefused(string text, string code)
    {
        var read = Read(text);

        Assert.False(read.IsValid);
        Assert.Equal(code, read.Violations[0].Code);
    }

    [Fact]
    public void Read_WrongHeaderAndWrongRow_ReportsBoth()
    {
        var read = Read("name,supply_celsius,target_celsius,heat_kw,aproach_k\nA,1,two,3,3\n");

        Assert.Equal([ViolationCodes.UnknownField, ViolationCodes.CsvNotANumber], read.Violations.Where(violation => violation.Severity == Severity.Error).Select(violation => violation.Code));
    }

    [Fact]
    public void Read_NoOwnApproach_TakesTheDefaultAndSaysSo()
    {
        var read = Read("name,supply_celsius,target_celsius,heat_kw\nA,20,90,3\n");

        Assert.Equal(10, read.Value![0].Streams[0].ApproachK);
        Assert.Equal(Severity.Warning, Assert.Single(read.Violations).Severity);
    }

    [Fact]
    public void Read_Remarks_ArePassedOver()
    {
        var read = Read("name,supply_celsius,target_celsius,heat_kw,approach_k,measured by\nA,20,90,3,5,Wang\n");

        Assert.True(read.IsValid);
        Assert.Equal(Severity.Warning, Assert.Single(read.Violations).Severity);
    }

    [Fact]
    public void Read_Plants_AreProblemsOfTheirOwn()
    {
        var problems = Read("name,supply_celsius,target_celsius,heat_kw,approach_k,plant\nA,20,90,3,5,Mill\nB,90,20,3,5,Smelter\nC,20,30,1,5,Mill\n").Value!;

        Assert.Equal([("Mill", 2), ("Smelter", 1)], problems.Select(problem => (problem.Name, problem.Streams.Count)));
    }

    [Theory]
    [InlineData("Steam,hot,180,,", null)]
    [InlineData("Oil,hot,250,200,", null)]
    [InlineData("Loop,both,60,90,", null)]
    [InlineData("Oil,hot,200,250,", ViolationCodes.TemperatureOrder)]
    [InlineData("Water,cold,30,20,", ViolationCodes.TemperatureOrder)]
    [InlineData("Water,warm,20,30,", ViolationCodes.UnknownEnumValue)]
    [InlineData("Water,cold,20,thirty,", ViolationCodes.CsvNotANumber)]
    [InlineData("Water,cold,20,30,cheap", ViolationCodes.CsvNotANumber)]
    public void Read_Utility_IsChecked(string row, string? code) =>
        Assert.Equal(code, ReadUtilities("name,kind,supply_celsius,target_celsius,price_cny_per_kwh\n" + row).Violations.SingleOrDefault()?.Code);

    [Fact]
    public void Read_UtilitiesWithoutApproach_TakeAParksDefaults()
    {
        var levels = ReadUtilities("name,kind,supply_celsius\nsteam,both,150\nboiler,hot,300\nwater,cold,20\n").Value!;

        Assert.Equal([5, 0, 0], levels.Select(level => level.ApproachK));
    }

    private static IReadOnlyList<ProcessStream> Streams(string text)
    {
        var read = Read(text);
        Assert.True(read.IsValid, string.Join("; ", read.Violations.Select(violation => violation.Sentence)));
        return Assert.Single(read.Value).Streams;
    }

    // As the command does: the file becomes a request, and what is wrong with the request stands in the file again.
    private static Validated<IReadOnlyList<HeatProblem>> Read(string text)
    {
        var table = StreamTable.Read(text);
        var read = HeatQuestionReader.Read(new V1.TargetRequest { Table = new V1.HeatTable { Name = "plant", Streams = { table.Rows } } });
        return Validated<IReadOnlyList<HeatProblem>>.Create(read.Value?.Problems, table.Place(read.Violations));
    }

    private static Validated<IReadOnlyList<UtilityLevel>> ReadUtilities(string text)
    {
        var table = UtilityTable.Read(text);
        var stream = new V1.HeatTableStream { Name = "gas", SupplyCelsius = 300, TargetCelsius = 120, HeatKw = 1, ApproachK = 5 };
        var read = HeatQuestionReader.Read(new V1.TargetRequest { Table = new V1.HeatTable { Streams = { stream }, Utilities = { table.Rows } } });
        return Validated<IReadOnlyList<UtilityLevel>>.Create(read.Value?.Problems[0].Utilities, table.Place(read.Violations));
    }
}
