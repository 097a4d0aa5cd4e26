using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.Planning.Tests.Partners;

/// <summary>Questions with faults: all of them are told, with path, code and what was probably meant.</summary>
public sealed class QuestionTests
{
    [Fact]
    public void Find_SeveralFaults_TellsAllOfThem()
    {
        var question = new PartnerQuestion
        {
            Limit = 0,
            Heat = new HeatSubject { SupplyCelsius = 5000, HeatKw = -1, HoursPerYear = 9000, DayProfile = [1, 2] },
            Place = new Place { NodeId = "smelte" },
        };

        var faults = Faults(question);

        Assert.Equal(
            [
                ("request.limit", "OUT_OF_RANGE"), ("request.side", "REQUIRED"), ("request.place.node_id", "UNKNOWN_ID"), ("request.heat.supply_celsius", "OUT_OF_RANGE"),
                ("request.heat.heat_kw", "OUT_OF_RANGE"), ("request.heat.hours_per_year", "OUT_OF_RANGE"), ("request.heat.day_profile", "PROFILE_LENGTH"),
            ],
            faults.Select(fault => (fault.FieldPath, fault.Code)));
        Assert.Contains("smelter", faults[2].Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smeltr", null, "request.element.plant_id", "UNKNOWN_ID")]
    [InlineData("smelter", "hot", "request.element.element_id", "UNKNOWN_ID")]
    [InlineData("smelter", null, "request.side", "REQUIRED")]
    public void Find_ElementThatIsNotClear_SaysWhatIsMissing(string plantId, string? elementId, string path, string code)
    {
        var fault = Assert.Single(Faults(new PartnerQuestion { Element = new ElementSubject { ParkId = "park", PlantId = plantId, ElementId = elementId } }));

        Assert.Equal((path, code), (fault.FieldPath, fault.Code));
    }

    [Fact]
    public void Find_NoSubject_AsksForOne() => Assert.Equal("request.element", Assert.Single(Faults(new PartnerQuestion())).FieldPath);

    [Fact]
    public void Find_ElementOnTheOtherSide_IsRefused()
    {
        var streamId = APlace().Plants[0].Streams[0].Id;

        var fault = Assert.Single(Faults(new PartnerQuestion { Side = PartnerSide.Need, Element = new ElementSubject { ParkId = "park", PlantId = "smelter", ElementId = streamId } }));

        Assert.Equal("request.side", fault.FieldPath);
    }

    [Fact]
    public void Find_ReturnHotterThanSupply_IsRefused()
    {
        var heat = new HeatSubject { SupplyCelsius = 100, ReturnCelsius = 120, HeatKw = 10 };

        var fault = Assert.Single(Faults(new PartnerQuestion { Side = PartnerSide.Offer, Heat = heat, Place = new Place { NodeId = "smelter" } }));

        Assert.Equal("TEMPERATURE_ORDER", fault.Code);
    }

    [Fact]
    public void Find_CoordinatesOfTheOtherKind_SaysWhichThePartHas()
    {
        var heat = new HeatSubject { SupplyCelsius = 100, HeatKw = 10 };

        var fault = Assert.Single(Faults(new PartnerQuestion { Side = PartnerSide.Offer, Heat = heat, Place = new Place { LatitudeDegrees = 28, LongitudeDegrees = 117 } }));

        Assert.Contains("metres", fault.Sentence, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Domain.Validation.Violation> Faults(PartnerQuestion question)
    {
        var answer = Ask.Finder(APlace()).Find(question, PartnerViewer.Planner);
        Assert.False(answer.IsValid);
        return answer.Violations;
    }

    private static Park APlace() => APark().WithSteam().WithSize("lp")
        .WithPlant("smelter", plant => plant.WithHotStream())
        .WithPlant("paper", plant => plant.WithColdStream().WithHotUtility())
        .WithCorridor("smelter", "paper", 500).Build();
}
