using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;
using Symbiosis.TestKit;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.Planning.Tests.Partners.Energy;

/// <summary>Small parks whose partners are worked out by hand.</summary>
public sealed class HeatPartnerTests
{
    private const double HoursPerYear = 8760;

    // r / (1 - (1 + r)^-n) for 8 % and 20 years.
    private const double Annuity = 0.10185220882315059;

    [Fact]
    public void Find_OfferOfSteamHeat_IsReckonedAsByHand()
    {
        var answer = Ask.About(Pair().Build(), "donor", PartnerSide.Offer);

        // Hot stream 200 to 100 deg C less 10 K; steam of 160 is raised above 165: (190 - 165) / 100 of 1,000 kW.
        var partner = Assert.Single(answer.Partners);
        Assert.Equal("receiver", partner.PlantId);
        Assert.Equal(CouplingKind.Heat, partner.Kind);
        Assert.Equal(250, partner.PeakKw, 1e-6);
        Assert.Equal(250 * HoursPerYear, partner.Amount, 1e-3);
        Assert.Equal(0.25, partner.OfferShare, 1e-9);
        Assert.Equal(MatchLimit.Temperature, partner.Limit);
        Assert.Equal(160, partner.DeliveredCelsius);
        Assert.Equal(1000, partner.LengthM);

        // 1,000 m at 2,000 CNY/m against 0.3 CNY/kWh.
        var saving = 250 * HoursPerYear * 0.3;
        Assert.Equal(2_000_000, partner.InvestmentCny.Typical, 1e-3);
        Assert.Equal(saving, partner.YearlySavingCny.Typical, 1e-3);
        Assert.Equal(saving - 2_000_000 * Annuity, partner.YearlyGainCny.Typical, 1e-3);
        Assert.Equal(2_000_000 / saving, partner.PaybackYears!.Value, 1e-9);
        Assert.Equal(partner.YearlyGainCny.Typical / Annuity, partner.NpvCny.Typical, 1e-3);
        Assert.True(partner.NpvCny.Low < partner.NpvCny.Typical && partner.NpvCny.Typical < partner.NpvCny.High);
        Assert.Equal(["donor", "receiver"], partner.RouteNodeIds);
    }

    [Fact]
    public void Find_NeedOfSameHeat_GivesTheSameMatchFromTheOtherSide()
    {
        var park = Pair().Build();

        var offer = Ask.About(park, "donor", PartnerSide.Offer).Partners.Single();
        var need = Ask.About(park, "receiver", PartnerSide.Need).Partners.Single();

        Assert.Equal("donor", need.PlantId);
        Assert.Equal(offer.Amount, need.Amount, 1e-6);
        Assert.Equal(offer.YearlyGainCny, need.YearlyGainCny);
        Assert.Equal(offer.RouteNodeIds, need.RouteNodeIds);
        Assert.Equal(0.25, need.OfferShare, 1e-9);
    }

    [Fact]
    public void Find_ProfilesThatMeetHalfTheTime_TakesTheOverlapNotTheMeans()
    {
        var park = Pair(donor: stream => stream with { HeatProfileId = "day" }, receiver: stream => stream with { HeatProfileId = "evening" })
            .WithPeriods([8, 8, 8], weight: 365).WithProfile("day", 1, 1, 0).WithProfile("evening", 0, 1, 1).Build();

        var partner = Ask.About(park, "donor", PartnerSide.Offer).Partners.Single();

        Assert.Equal(250 * HoursPerYear / 3, partner.Amount, 1e-3);
        Assert.Equal(HoursPerYear / 3, partner.OverlapHours, 1e-6);
        Assert.Equal(MatchLimit.Timing, partner.Limit);
    }

    [Fact]
    public void Find_ProfilesThatNeverMeet_AreRuledOutByTiming()
    {
        var park = Pair(donor: stream => stream with { HeatProfileId = "day" }, receiver: stream => stream with { HeatProfileId = "night" })
            .WithPeriods([12, 12], weight: 365).WithProfile("day", 1, 0).WithProfile("night", 0, 1).Build();

        AssertRuledOut(park, PartnerReason.Timing);
    }

    [Fact]
    public void Find_NeedHotterThanSteam_IsRuledOutByTemperature() =>
        AssertRuledOut(Pair(receiver: stream => stream with { SupplyCelsius = 300, TargetCelsius = 400 }).Build(), PartnerReason.Temperature);

    [Fact]
    public void Find_WayLongerThanCarrierGoes_IsRuledOutByDistance() =>
        AssertRuledOut(Pair(carrier: carrier => carrier with { MaxDistanceM = 999 }).Build(), PartnerReason.Distance);

    [Fact]
    public void Find_CorridorClosed_IsRuledOutByRoute() =>
        AssertRuledOut(Pair(corridor: corridor => corridor with { Closed = true }).Build(), PartnerReason.NoRoute);

    [Fact]
    public void Find_OneWayCorridorAgainstTheFlow_IsRuledOutByRoute() =>
        AssertRuledOut(Pair(corridor: corridor => corridor with { OneWay = true, FromNodeId = "receiver", ToNodeId = "donor" }).Build(), PartnerReason.NoRoute);

    [Fact]
    public void Find_PlantBarredFromCarrier_IsRuledOutAsNotAccepting()
    {
        var park = Pair().With(park => park with { Plants = [.. park.Plants.Select(plant => plant.Id == "receiver" ? plant with { ExcludedCarrierIds = ["lp"] } : plant)] }).Build();

        AssertRuledOut(park, PartnerReason.NotAccepted);
    }

    [Fact]
    public void Find_HeatTooCheap_BreaksEvenAtThePriceGiven()
    {
        var cheap = Pair(price: 0.05).Build();

        var ruledOut = Ask.About(cheap, "donor", PartnerSide.Offer).RuledOut.Single();

        Assert.Equal(PartnerReason.Economics, ruledOut.Reason);
        Assert.Equal(0.05, ruledOut.PriceTodayCny!.Value, 1e-9);
        var price = ruledOut.BreakEvenCny!.Value;
        Assert.Equal(2_000_000 * Annuity / (250 * HoursPerYear), price, 1e-9);
        Assert.Empty(Ask.About(Pair(price: price * 0.999).Build(), "donor", PartnerSide.Offer).Partners);
        Assert.Single(Ask.About(Pair(price: price * 1.001).Build(), "donor", PartnerSide.Offer).Partners);
    }

    [Fact]
    public void Find_PipeThatLies_CostsNothing()
    {
        var park = Pair(corridor: corridor => corridor with { Existing = [new ExistingLink { SizeId = "lp-5000" }] })
            .With(park => park with { Sizes = [.. park.Sizes.Select(size => size with { Id = "lp-5000" })] }).Build();

        var partner = Ask.About(park, "donor", PartnerSide.Offer).Partners.Single();

        Assert.Equal(0, partner.InvestmentCny.Typical);
        Assert.Null(partner.SizeId);
        Assert.Null(partner.PaybackYears);
    }

    [Fact]
    public void Find_HeatTooColdForTheCarrier_IsLiftedByAHeatPump()
    {
        var park = Pair(donor: stream => stream with { SupplyCelsius = 90, TargetCelsius = 70 }, receiver: stream => stream with { SupplyCelsius = 60, TargetCelsius = 85 }, price: 0.6)
            .WithHotWater("hw").WithSize("hw", cnyPerM: 200).WithElectricity(energyCnyPerKwh: 0.3).Build();
        park = park with { Plants = [.. park.Plants.Select(plant => plant with { GridConnections = [new GridConnection { Id = "grid", CarrierId = "power", TariffId = ParkBuilder.TariffId }] })] };

        var partner = Ask.About(park, "donor", PartnerSide.Offer).Partners.Single();

        var step = Assert.Single(partner.Chain, step => step.Kind == ChainKind.HeatPump);
        Assert.Contains(partner.Costs, cost => cost.What == "heat_pump" && cost.InvestmentCny > 0);
        Assert.Contains(partner.Costs, cost => cost.What == "purchase_power" && cost.YearlyCny > 0);
        Assert.True(partner.Amount > 0 && step.Sentence.Length > 0);
    }

    [Fact]
    public void Find_SecondPlantBehindTheFirst_PaysBySharingThePipe()
    {
        // Alone the far plant would need 3,000 m of pipe for 30 kW.
        var park = Pair(donor: stream => stream with { HeatKw = 4000 }, receiver: stream => stream with { HeatKw = 900 })
            .WithPlant("far", plant => plant.WithColdStream(100, 140, 80).WithHotUtility(0.3))
            .WithCorridor("receiver", "far", 500, corridor => corridor with { CostFactor = 0.5 }).Build();

        var answer = Ask.About(park, "donor", PartnerSide.Offer);

        Assert.Equal(["receiver", "far"], answer.Partners.Select(partner => partner.PlantId));
        var far = answer.Partners[1];
        Assert.Equal("receiver", Assert.Single(far.Chain).PlantId);
        Assert.Equal(500 * 0.5 * 2000, far.InvestmentCny.Typical, 1e-3);
        Assert.Equal("far", Assert.Single(answer.Partners[0].Chain).PlantId);
    }

    [Fact]
    public void Find_OwnNeedThatTakesTheHeat_LeavesNothingToGive()
    {
        var park = Pair().With(park => park with
        {
            Plants = [.. park.Plants.Select(plant => plant.Id == "donor"
                ? plant with { Streams = [.. plant.Streams, new HeatStream { Id = "own", SupplyCelsius = 150, TargetCelsius = 180, HeatKw = 5000 }] } : plant)],
        }).Build();

        Assert.Empty(Ask.About(park, "donor", PartnerSide.Offer).Partners);
    }

    [Fact]
    public void Find_FourNumbers_FillsTheRestAndSaysSo()
    {
        var park = Pair().Build();
        var question = new PartnerQuestion
        {
            Side = PartnerSide.Offer,
            Heat = new HeatSubject { SupplyCelsius = 200, HeatKw = 400, HoursPerYear = 8000 },
            Place = new Place { NodeId = "donor" },
        };

        var answer = Ask.Answer(Ask.Finder(park), question);

        var partner = Assert.Single(answer.Partners);
        Assert.InRange(partner.Amount, 1, 400 * 8000);
        Assert.Equal(Quality.Estimate, partner.DataQuality);
        Assert.Contains(answer.Filled, filled => filled.Field == "heat.return_celsius" && filled.Note.Length > 0);
        Assert.Contains(answer.Filled, filled => filled.Field == "heat.approach_k");
        Assert.Contains(answer.Filled, filled => filled.Field == "heat.day_profile");
        Assert.DoesNotContain(answer.Filled, filled => filled.Field == "heat.hours_per_year");
    }

    [Fact]
    public void Find_PlaceBesideTheNetwork_PaysTheWayToIt()
    {
        var park = Pair().With(park => park with { Sites = [.. park.Sites.Select(site => site with { XM = site.Id == "donor" ? 0 : 1000, YM = 0 })] }).Build();
        PartnerQuestion Question(Place place) => new()
        {
            Side = PartnerSide.Offer,
            Heat = new HeatSubject { SupplyCelsius = 200, ReturnCelsius = 100, HeatKw = 1000, ApproachK = 10, HoursPerYear = 8760 },
            Place = place,
        };

        var there = Ask.Answer(Ask.Finder(park), Question(new Place { NodeId = "donor" })).Partners.Single();
        var beside = Ask.Answer(Ask.Finder(park), Question(new Place { XM = -100, YM = 0 })).Partners.Single();

        Assert.False(there.IsStraightLine);
        Assert.True(beside.IsStraightLine);
        Assert.True(beside.LengthM > there.LengthM + 100 - 1e-9);
        Assert.True(beside.InvestmentCny.Typical > there.InvestmentCny.Typical);
    }

    [Fact]
    public void Find_Hydrogen_IsFlagged()
    {
        var park = APark()
            .With(park => park with { Economics = new Economics { DiscountRate = 0.08, DefaultLifetimeYears = 20 } })
            .WithCarrier(new Carrier { Id = "hydrogen", Kind = CarrierKind.Gas }).WithSize("hydrogen", cnyPerM: 100)
            .WithPlant("cells", plant => plant.WithSupply("hydrogen", 0, supply => supply with { MaxKw = 500 }))
            .WithPlant("burner", plant => plant.WithDemand("hydrogen", 300).WithSupply("hydrogen", 0.4))
            .WithCorridor("cells", "burner", 1000).Build();

        var partner = Ask.About(park, "cells", PartnerSide.Offer).Partners.Single();

        Assert.Equal(CouplingKind.Gas, partner.Kind);
        Assert.Equal(300 * HoursPerYear, partner.Amount, 1e-3);
        Assert.Equal("HYDROGEN", Assert.Single(partner.Flags).Code);
    }

    private static void AssertRuledOut(Park park, PartnerReason reason)
    {
        foreach (var (plantId, side) in new[] { ("donor", PartnerSide.Offer), ("receiver", PartnerSide.Need) })
        {
            var answer = Ask.About(park, plantId, side);
            Assert.Empty(answer.Partners);
            var ruledOut = Assert.Single(answer.RuledOut);
            Assert.Equal(reason, ruledOut.Reason);
            Assert.NotEmpty(ruledOut.Sentence);
            Assert.Null(ruledOut.BreakEvenCny);
        }
    }

    private static ParkBuilder Pair(
        Func<HeatStream, HeatStream>? donor = null,
        Func<HeatStream, HeatStream>? receiver = null,
        Func<Carrier, Carrier>? carrier = null,
        Func<Corridor, Corridor>? corridor = null,
        double price = 0.3) => APark()
        .With(park => park with { Economics = new Economics { DiscountRate = 0.08, DefaultLifetimeYears = 20 } })
        .WithSteam("lp", 160, carrier).WithSize("lp", 5000, 2000)
        .WithPlant("donor", plant => plant.WithHotStream(200, 100, 1000, donor))
        .WithPlant("receiver", plant => plant.WithColdStream(100, 140, 1000, receiver).WithHotUtility(price))
        .WithCorridor("donor", "receiver", 1000, corridor);
}
