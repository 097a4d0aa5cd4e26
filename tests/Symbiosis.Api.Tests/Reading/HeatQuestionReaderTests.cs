using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;
using Symbiosis.Domain.Validation;
using Symbiosis.Pinch.Questions;

namespace Symbiosis.Api.Tests.Reading;

public sealed class HeatQuestionReaderTests
{
    [Fact]
    public void Read_Table_GivesProblemsByPlantInOrder()
    {
        var request = Request(Stream("A", 200, 100, plant: "mill"), Stream("B", 20, 80), Stream("C", 90, 40, plant: "mill"));

        var problems = HeatQuestionReader.Read(request).Value!.Problems;

        Assert.Equal([("mill", 2), ("four rows", 1)], problems.Select(problem => (problem.Id, problem.Streams.Count)));
        Assert.Equal([true, true], problems[0].Streams.Select(stream => stream.IsHot));
    }

    [Fact]
    public void Read_Options_ComeThrough()
    {
        var request = Request(Stream("A", 200, 100));
        request.PlantIds.Add("four rows");
        request.Options = new V1.TargetOptions { MinApproachK = 0, AmbientCelsius = -5, ExergyEfficiency = 0.6, AddedApproachesK = { 3 }, Parts = { V1.TargetPart.Periods }, Language = "zh" };

        var question = HeatQuestionReader.Read(request).Value!;

        Assert.Equal((0d, -5d, 0.6), (question.MinimumApproachK, question.Options.AmbientCelsius, question.Options.ExergyEfficiency));
        Assert.Equal([3d], question.Options.AddedApproachesK);
        Assert.Equal(HeatParts.Time | HeatParts.Periods, question.Parts);
        Assert.Equal("热量", question.Words.Heat);
    }

    [Fact]
    public void Read_NoOptions_AnswersAllButCharts()
    {
        var question = HeatQuestionReader.Read(Request(Stream("A", 200, 100))).Value!;

        Assert.Null(question.MinimumApproachK);
        Assert.Equal(HeatParts.Usual, question.Parts);
        Assert.False(question.Wants(HeatParts.Charts));
    }

    [Fact]
    public void Read_ManyFaults_TellsAllOfThemByPath()
    {
        var request = Request(Stream("", 50, 50), Stream("B", -400, 20));
        request.Table.Streams[1].ClearHeatKw();
        request.Table.Utilities.Add(new V1.HeatTableUtility { Name = "steam", Role = V1.UtilityRole.Hot, SupplyCelsius = 100, TargetCelsius = 120 });
        request.PlantIds.Add("none");
        request.Options = new V1.TargetOptions { MinApproachK = -1, Language = "fr", Parts = { (V1.TargetPart)99 } };

        var read = HeatQuestionReader.Read(request);

        Assert.False(read.IsValid);
        Assert.Equal(
            [
                ("options.language", ViolationCodes.UnknownEnumValue), ("options.min_approach_k", ViolationCodes.OutOfRange), ("options.parts[0]", ViolationCodes.UnknownEnumValue),
                ("plant_ids[0]", ViolationCodes.UnknownId), ("table.streams[0].name", ViolationCodes.Required), ("table.streams[0].target_celsius", ViolationCodes.StreamKindUndecidable),
                ("table.streams[1].heat_kw", ViolationCodes.Required), ("table.streams[1].supply_celsius", ViolationCodes.OutOfRange), ("table.utilities[0].target_celsius", ViolationCodes.TemperatureOrder),
            ],
            read.Violations.Select(violation => (violation.FieldPath, violation.Code)).Order());
    }

    [Fact]
    public void Read_NeitherParkNorTable_AsksForOne() =>
        Assert.Equal(("park", ViolationCodes.Required), Assert.Single(HeatQuestionReader.Read(new V1.TargetRequest()).Violations.Select(violation => (violation.FieldPath, violation.Code))));

    [Fact]
    public void Read_ParkWithAFault_NamesThePathInThePark()
    {
        var park = GoodPark.Message();
        park.Plants[0].Streams[0].ClearTargetCelsius();

        var read = HeatQuestionReader.Read(new V1.TargetRequest { Park = park, PlantIds = { "nobody" } });

        Assert.Equal(["park.plants[0].streams[0].target_celsius", "plant_ids[0]"], read.Violations.Where(violation => violation.Severity == Severity.Error).Select(violation => violation.FieldPath).Order());
    }

    [Fact]
    public void Write_AnswerOfTheTextbook_HasZeroesAndSurvivesJson()
    {
        var request = Request(Stream("H1", 170, 60, 330), Stream("H2", 150, 30, 180), Stream("C1", 20, 135, 230), Stream("C2", 80, 140, 240));
        request.Options = new V1.TargetOptions { MinApproachK = 10 };

        var message = HeatAnswerWriter.Write(HeatAnswer.Of(HeatQuestionReader.Read(request).Value!, TestContext.Current.CancellationToken), []);

        // Linnhoff et al., A User Guide on Process Integration (1982): four streams, 20 kW hot, 60 kW cold, pinch at 90 and 80 deg C.
        var plant = Assert.Single(message.Plants);
        Assert.Equal((20d, 60d, 450d), (plant.HotUtilityKw, plant.ColdUtilityKw, plant.RecoveryKw));
        Assert.Equal((90d, 80d), (plant.Pinches[0].HotStreamsCelsius, plant.Pinches[0].ColdStreamsCelsius));
        Assert.Equal(plant.Curves.HotComposite.Celsius.Count, plant.Curves.HotComposite.HeatKw.Count);
        Assert.Contains("\"optional_cooling_kw\": 0", HeatAnswerWriter.WriteJson(message), StringComparison.Ordinal);
        Assert.Equal(message, V1.TargetResponse.Parser.ParseJson(HeatAnswerWriter.WriteJson(message)));
    }

    [Fact]
    public void Write_TargetsAlone_LeavesTheRestOut()
    {
        var request = Request(Stream("H1", 170, 60, 330, "a"), Stream("C1", 20, 135, 230, "b"));
        request.Options = new V1.TargetOptions { Parts = { V1.TargetPart.Targets } };

        var message = HeatAnswerWriter.Write(HeatAnswer.Of(HeatQuestionReader.Read(request).Value!, TestContext.Current.CancellationToken), []);

        Assert.Equal(2, message.Plants.Count);
        Assert.All(message.Plants, plant => Assert.True(plant is { Curves: null, Exergy: null, Time: null, Sensitivity.Count: 0 }));
        Assert.Null(message.Site);
        Assert.Empty(message.Charts);
    }

    [Fact]
    public void Write_AnswerOfThePark_HasEveryPart()
    {
        var request = new V1.TargetRequest
        {
            Park = GoodPark.Message(),
            Options = new V1.TargetOptions { Parts = { Enum.GetValues<V1.TargetPart>().Where(part => part != V1.TargetPart.Unspecified) } },
        };

        var message = HeatAnswerWriter.Write(HeatAnswer.Of(HeatQuestionReader.Read(request).Value!, TestContext.Current.CancellationToken), []);

        Assert.NotEmpty(message.Site.Levels);
        Assert.NotEmpty(message.Site.Profiles.Sources.HeatKw);
        Assert.Equal(message.Site.SeparateTime.PeriodCount, message.Site.SeparateTime.Periods.Count);
        Assert.False(message.Site.ThroughUtilitiesTime.HasStorageSavingAtMostKwh);
        Assert.Contains(message.Charts, chart => chart is { PlantId: "", Kind: "profiles" });
        Assert.All(message.Charts, chart => Assert.StartsWith("<svg", chart.Svg.TrimStart(), StringComparison.Ordinal));
    }

    private static V1.TargetRequest Request(params V1.HeatTableStream[] streams) => new() { Table = new V1.HeatTable { Name = "four rows", Streams = { streams } } };

    private static V1.HeatTableStream Stream(string name, double supplyCelsius, double targetCelsius, double heatKw = 100, string plant = "") =>
        new() { Name = name, SupplyCelsius = supplyCelsius, TargetCelsius = targetCelsius, HeatKw = heatKw, ApproachK = 5, Plant = plant };
}
