using Symbiosis.Api.Reading;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Tests.Reading;

public sealed class PartnerQuestionReaderTests
{
    private static readonly string[] s_parks = ["harbour", "valley"];

    [Fact]
    public void Read_FourNumbers_IsAQuestionWithDefaults()
    {
        var read = PartnerQuestionReader.Read(FourNumbers(), s_parks);

        Assert.Empty(read.Violations);
        Assert.Equal(new PartnerQuestion
        {
            Side = PartnerSide.Offer,
            Heat = read.Value!.Heat,
            Place = new Place { NodeId = "gate" },
            Limit = 10,
            RuledOutLimit = 20,
        }, read.Value);
        Assert.Equal(180, read.Value.Heat!.SupplyCelsius);
        Assert.Equal(400, read.Value.Heat.HeatKw);
        Assert.Equal(8000, read.Value.Heat.HoursPerYear);
        Assert.Null(read.Value.Heat.ReturnCelsius);
        Assert.Null(read.Value.Heat.ApproachK);
    }

    [Fact]
    public void Read_Material_KeepsEveryField()
    {
        var request = new V1.FindPartnersRequest
        {
            Side = V1.PartnerSide.Need,
            Material = new V1.MaterialSubject
            {
                MaterialId = "slag",
                FlowTPerH = 3,
                HoursPerYear = 4000,
                Hazard = V1.HazardClass.GeneralWaste,
                DisposalCnyPerT = 80,
                PriceCnyPerT = 55,
                Composition = { new V1.Content { Component = "Cu", Fraction = 0.01 } },
                Limits = { new V1.QualityLimit { Component = "As", MaxFraction = 0.002 } },
                DayProfile = { Enumerable.Repeat(0.5, 24) },
            },
            Place = new V1.PartnerPlace { ParkId = "valley", XM = 10, YM = -20 },
            Limit = 100,
            RuledOutLimit = 0,
        };

        var read = PartnerQuestionReader.Read(request, s_parks).Value!;

        var material = read.Material!;
        Assert.Equal(("slag", 3, 4000, HazardClass.GeneralWaste, 80, 55), (material.MaterialId, material.FlowTPerH, material.HoursPerYear, material.Hazard, material.DisposalCnyPerT, material.PriceCnyPerT));
        Assert.Equal([new Content { Component = "Cu", Fraction = 0.01 }], material.Composition);
        Assert.Equal([new QualityLimit { Component = "As", MaxFraction = 0.002 }], material.Limits);
        Assert.Equal(24, material.DayProfile.Count);
        Assert.Equal((PartnerSide.Need, 100, 0), (read.Side, read.Limit, read.RuledOutLimit));
        Assert.Equal(new Place { ParkId = "valley", XM = 10, YM = -20 }, read.Place);
    }

    [Fact]
    public void Read_ElementWithoutPark_TakesTheOnlyOne()
    {
        var request = new V1.FindPartnersRequest { Element = new V1.ElementSubject { PlantId = "smelter", ElementId = "off-gas" } };

        var read = PartnerQuestionReader.Read(request, ["harbour"]);

        Assert.Equal(new ElementSubject { ParkId = "harbour", PlantId = "smelter", ElementId = "off-gas" }, read.Value!.Element);
    }

    [Fact]
    public void Read_ManyFaults_TellsAllOfThemByPath()
    {
        var request = new V1.FindPartnersRequest
        {
            Heat = new V1.HeatSubject { SupplyCelsius = 90, ReturnCelsius = 120, HoursPerYear = 9000, DayProfile = { 1, 1 } },
            Place = new V1.PartnerPlace { ParkId = "harbor", XM = 1, NodeId = "gate" },
            Limit = 0,
        };

        var read = PartnerQuestionReader.Read(request, s_parks);

        Assert.Null(read.Value);
        (string, string)[] expected =
        [
            ("request.heat.heat_kw", ViolationCodes.Required),
            ("request.heat.hours_per_year", ViolationCodes.OutOfRange),
            ("request.heat.return_celsius", ViolationCodes.TemperatureOrder),
            ("request.heat.day_profile", ViolationCodes.ProfileLength),
            ("request.limit", ViolationCodes.OutOfRange),
            ("request.place", ViolationCodes.OneofConflict),
            ("request.place.park_id", ViolationCodes.UnknownId),
            ("request.place.y_m", ViolationCodes.CoordinatesMissing),
            ("request.side", ViolationCodes.Required),
        ];
        Assert.Equal(expected.Order(), read.Violations.Select(violation => (violation.FieldPath, violation.Code)).Order());
        Assert.Contains("Did you mean 'harbour'?", read.Violations.Single(violation => violation.Code == ViolationCodes.UnknownId).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoSubject_AsksForOne()
    {
        var read = PartnerQuestionReader.Read(new V1.FindPartnersRequest(), s_parks);

        var violation = Assert.Single(read.Violations);
        Assert.Equal(("request.subject", ViolationCodes.Required), (violation.FieldPath, violation.Code));
    }

    [Theory]
    [InlineData(false, true, ViolationCodes.Required, "request.element.park_id")]
    [InlineData(true, false, ViolationCodes.OneofConflict, "request.place")]
    public void Read_ElementWithTooLittleOrTooMuch_IsRefused(bool withPlace, bool withSeveralParks, string code, string path)
    {
        var request = new V1.FindPartnersRequest { Element = new V1.ElementSubject { PlantId = "smelter" } };
        if (withPlace) request.Place = new V1.PartnerPlace { NodeId = "gate" };

        var read = PartnerQuestionReader.Read(request, withSeveralParks ? s_parks : ["harbour"]);

        var violation = Assert.Single(read.Violations);
        Assert.Equal((path, code), (violation.FieldPath, violation.Code));
    }

    [Fact]
    public void Read_BadMaterial_TellsSharesAndLimits()
    {
        var request = FourNumbers();
        request.Material = new V1.MaterialSubject
        {
            MaterialId = "slag",
            FlowTPerH = 1,
            Composition = { new V1.Content { Component = "Cu", Fraction = 0.7 }, new V1.Content { Component = "Cu", Fraction = 0.7 } },
            Limits = { new V1.QualityLimit { Component = "As", MinFraction = 0.5, MaxFraction = 0.1 } },
            DayProfile = { new double[24] },
        };

        var read = PartnerQuestionReader.Read(request, s_parks);

        string[] expected = [ViolationCodes.CompositionSum, ViolationCodes.DuplicateId, ViolationCodes.OutOfRange, ViolationCodes.QualityLimits];
        Assert.Equal(expected, read.Violations.Select(violation => violation.Code).Order(StringComparer.Ordinal));
    }

    private static V1.FindPartnersRequest FourNumbers() => new()
    {
        Side = V1.PartnerSide.Offer,
        Heat = new V1.HeatSubject { SupplyCelsius = 180, HeatKw = 400, HoursPerYear = 8000 },
        Place = new V1.PartnerPlace { NodeId = "gate" },
    };
}
