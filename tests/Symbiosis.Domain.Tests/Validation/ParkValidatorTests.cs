using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Domain.Tests.Validation;

/// <summary>Cases of a park built in code; one case for every code, from JSON, is in Symbiosis.Api.Tests.</summary>
public sealed class ParkValidatorTests
{
    [Fact]
    public void Validate_SmallestPark_HasNoViolations()
    {
        Assert.Empty(ParkValidator.Validate(With(new Plant { Id = "p", SiteId = "s" })));
    }

    [Theory]
    [InlineData(20, 0, 0, false)]
    [InlineData(20.1, 0, 0, true)]
    [InlineData(15, 5, 0, false)]
    [InlineData(15, 5, 1, true)]
    public void Validate_MustCoolTo20_NeedsASinkColdEnough(double sinkCelsius, double streamApproachK, double sinkApproachK, bool refused)
    {
        var plant = new Plant
        {
            Id = "p",
            SiteId = "s",
            Streams = [new HeatStream { Id = "h", SupplyCelsius = 60, TargetCelsius = 20, HeatKw = 1, MustCool = true, ApproachK = streamApproachK }],
            ColdUtilities = [new ColdUtility { Id = "c", SupplyCelsius = sinkCelsius, ApproachK = sinkApproachK }],
        };

        var violations = ParkValidator.Validate(With(plant));

        Assert.Equal(refused, violations.Any(violation => violation.Code == ViolationCodes.CoolingUnreachable));
    }

    [Fact]
    public void Validate_MustCoolWithoutAnySink_NamesTheStream()
    {
        var plant = new Plant { Id = "p", SiteId = "s", Streams = [new HeatStream { Id = "h", SupplyCelsius = 60, TargetCelsius = 20, HeatKw = 1, MustCool = true }] };

        var violation = Assert.Single(ParkValidator.Validate(With(plant)));

        Assert.Equal("park.plants[0].streams[0].target_celsius", violation.FieldPath);
        Assert.Contains("nothing that could take the heat", violation.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_HotStreamThatMayStayUnused_NeedsNoSink()
    {
        var plant = new Plant { Id = "p", SiteId = "s", Streams = [new HeatStream { Id = "h", SupplyCelsius = 60, TargetCelsius = 20, HeatKw = 1 }] };

        Assert.Empty(ParkValidator.Validate(With(plant)));
    }

    [Fact]
    public void Validate_ChilledLoop_MayReturnWarmer()
    {
        var chilled = new Carrier { Id = "chilled", Kind = CarrierKind.Water, SupplyCelsius = 7, ReturnCelsius = 12 };

        Assert.Empty(ParkValidator.Validate(With(new Plant { Id = "p", SiteId = "s" }) with { Carriers = [chilled] }));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(24, 0)]
    [InlineData(8760, 0)]
    [InlineData(12, 1)]
    public void Validate_ProfileBesideAnHourlyOne_HasADayOrTheYear(int count, int secondCount)
    {
        var profiles = new List<Profile> { new() { Id = "a", Values = new double[count] } };
        if (secondCount > 0) profiles.Add(new Profile { Id = "b", Values = new double[secondCount] });

        var violations = ParkValidator.Validate(With(new Plant { Id = "p", SiteId = "s" }) with { Profiles = profiles });

        Assert.Equal(secondCount > 0, violations.Any(violation => violation.Code == ViolationCodes.ProfileLength));
    }

    [Fact]
    public void Validate_UnknownIdsEverywhere_ArePassedOver()
    {
        var park = With(new Plant { Id = "p", SiteId = "nowhere", ExcludedCarrierIds = ["none"], Stations = [new Station { CarrierId = "none" }] }) with
        {
            Corridors = [new Corridor { Id = "c", FromNodeId = "x", ToNodeId = "y" }],
            Contracts = [new Contract { Id = "k", FromPlantId = "q", ToPlantId = "r", MinFlowKw = 1 }],
        };

        Assert.Empty(ParkValidator.Validate(park));
    }

    private static Park With(Plant plant) => new() { Id = "park", Sites = [new Site { Id = "s" }], Plants = [plant] };
}
