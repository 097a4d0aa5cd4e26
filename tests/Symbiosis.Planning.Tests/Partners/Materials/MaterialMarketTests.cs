using Symbiosis.Api.Reading;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.TestKit;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.Planning.Tests.Partners.Materials;

/// <summary>Straight matches, worked out by hand. The park: 10 t/h of slag, disposal 50 CNY/t; a need of 10 t/h bought at 200 CNY/t; 2 km by lorry at 5 + 0.8 x 2 CNY/t.</summary>
public sealed class MaterialMarketTests
{
    private const double YearHours = 8760;
    private const double HaulCnyPerT = 5 + 0.8 * 2;

    [Fact]
    public void Find_SlagForARequiredInlet_ReckonsTonnesMoneyAndRoute()
    {
        var partner = Assert.Single(Market.Ask(SlagPark().Build(), "mill", "slag-out").Partners);

        Assert.Equal("works", partner.PlantId);
        Assert.Equal(["slag-in"], partner.ElementIds);
        Assert.Equal(10, partner.PeakKw, 9);
        Assert.Equal(10 * YearHours, partner.Amount, 3);
        Assert.Equal(10 * YearHours * 250, partner.YearlySavingCny.Typical, 1);
        Assert.Equal(10 * YearHours * (250 - HaulCnyPerT), partner.YearlyGainCny.Typical, 1);
        Assert.Equal(2000, partner.LengthM, 6);
        Assert.Equal(["mill", "works"], partner.RouteNodeIds);
        Assert.Equal(["mill-works"], partner.RouteCorridorIds);
        Assert.Equal("truck", partner.TransportModeId);
        Assert.Equal(MatchLimit.Offer, partner.Limit);
        Assert.Equal(1, partner.OfferShare, 9);
        Assert.Null(partner.PaybackYears);
        Assert.Equal(Quality.Estimate, partner.DataQuality);
    }

    [Fact]
    public void Find_ANeed_FindsTheDonorWithTheSameGain()
    {
        var park = SlagPark().Build();

        var fromDonor = Assert.Single(Market.Ask(park, "mill", "slag-out").Partners);
        var fromTaker = Assert.Single(Market.Ask(park, "works", "slag-in").Partners);

        Assert.Equal("mill", fromTaker.PlantId);
        Assert.Equal(["slag-out"], fromTaker.ElementIds);
        Assert.Equal(fromDonor.YearlyGainCny, fromTaker.YearlyGainCny);
        Assert.Equal(["works", "mill"], fromTaker.RouteNodeIds);
    }

    [Fact]
    public void Find_ProfilesThatOverlapInPart_TakesTheOverlapPeriodByPeriod()
    {
        // Averages would match 5 t/h; the two are on together only in the first of three equal steps, at half the need.
        var park = SlagPark(outlet => outlet with { FlowProfileId = "early" }, inlet => inlet with { FlowProfileId = "late" })
            .WithPeriods([8, 8, 8], 365).WithProfile("early", 1, 0.5, 0).WithProfile("late", 0.5, 0, 1).Build();

        var partner = Assert.Single(Market.Ask(park, "mill", "slag-out").Partners);

        Assert.Equal(5 * YearHours / 3, partner.Amount, 3);
        Assert.Equal(YearHours / 3, partner.OverlapHours, 3);
        Assert.Equal(5, partner.PeakKw, 9);
        Assert.Equal(5.0 / 15, partner.OfferShare, 9);
        Assert.Equal(MatchLimit.Timing, Assert.Single(Market.Ask(SlagPark(outlet => outlet with { FlowProfileId = "early" }, inlet => inlet with { FlowProfileId = "late" })
            .WithPeriods([8, 8, 8], 365).WithProfile("early", 0.5, 1, 0).WithProfile("late", 1, 0, 1).Build(), "mill", "slag-out").Partners).Limit);
    }

    [Fact]
    public void Find_NoCommonHour_IsRuledOutByTiming()
    {
        var park = SlagPark(outlet => outlet with { FlowProfileId = "early" }, inlet => inlet with { FlowProfileId = "late" })
            .WithPeriods([12, 12], 365).WithProfile("early", 1, 0).WithProfile("late", 0, 1).Build();

        Assert.Equal(PartnerReason.Timing, RuledOut(park).Reason);
    }

    [Fact]
    public void Find_LargestShareAndDisplacement_LimitTheFlow()
    {
        // Need 10 t/h as bought, at most 40 % of it, and a tonne stands for 0.8: 10 x 0.4 / 0.8 = 5 t/h.
        var park = SlagPark(change: inlet => inlet with { Accepts = [new Acceptance { MaterialId = "slag", Displacement = 0.8, MaxShare = 0.4, TreatmentCnyPerT = 7 }] }).Build();

        var partner = Assert.Single(Market.Ask(park, "mill", "slag-out").Partners);

        Assert.Equal(5, partner.PeakKw, 9);
        Assert.Equal(5 * YearHours * (50 + 0.8 * 200 - 7 - HaulCnyPerT), partner.YearlyGainCny.Typical, 1);
        Assert.Equal(MatchLimit.Acceptance, partner.Limit);
    }

    [Fact]
    public void Find_QualityLimit_BlendsWithWhatIsBought()
    {
        // s x 0.4 + (1 - s) x 0.05 <= 0.12, so s <= 0.2: 2 of 10 t/h.
        var park = SlagPark(
            change: inlet => inlet with
            {
                Limits = [new QualityLimit { Component = "Fe", MaxFraction = 0.12 }],
                Purchases = [new Purchase { Id = "bought", PriceCnyPerT = 200, Composition = [new Content { Component = "Fe", Fraction = 0.05 }] }],
            },
            composition: ("Fe", 0.4)).Build();

        var partner = Assert.Single(Market.Ask(park, "mill", "slag-out").Partners);

        Assert.Equal(2, partner.PeakKw, 9);
        Assert.Equal(MatchLimit.Quality, partner.Limit);
        Assert.Contains("Fe", partner.LimitSentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_QualityThatNothingMends_IsRuledOutWithComponentValueAndLimit()
    {
        var park = SlagPark(
            change: inlet => inlet with { Limits = [new QualityLimit { Component = "Fe", MaxFraction = 0.12 }], Purchases = [] }, composition: ("Fe", 0.4)).Build();

        var ruled = RuledOut(park);

        Assert.Equal(PartnerReason.Quality, ruled.Reason);
        Assert.Equal("Its Fe is 0.4; the blend must be at most 0.12, and no bought input mends it.", ruled.Sentence);
    }

    [Fact]
    public void Find_LotThatIsTooLarge_IsRuledOut() =>
        Assert.Contains("smallest lot is 12 t/h", RuledOut(SlagPark(change: inlet => inlet with { MinLotTPerH = 12 }).Build()).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Find_WhatDoesNotPay_SaysFromWhichPriceItWould()
    {
        // Sold outside today for 240 CNY/t: a tonne loses 240 + 6.6 - 200, so the bought input would have to cost 246.6.
        var ruled = RuledOut(SlagPark(outlet => outlet with { DisposalCnyPerT = -240 }).Build());

        Assert.Equal(PartnerReason.Economics, ruled.Reason);
        Assert.Equal(246.6, ruled.BreakEvenCny!.Value, 6);
        Assert.Equal(200, ruled.PriceTodayCny!.Value, 6);
        Assert.Empty(Market.Ask(SlagPark(outlet => outlet with { DisposalCnyPerT = -240 }, inlet => Priced(inlet, 246)).Build(), "mill", "slag-out").Partners);
        Assert.Single(Market.Ask(SlagPark(outlet => outlet with { DisposalCnyPerT = -240 }, inlet => Priced(inlet, 247)).Build(), "mill", "slag-out").Partners);
    }

    [Fact]
    public void Find_ConveyorOfItsOwn_PaysInvestmentAndBeatsTheLorryWhereItCostsLess()
    {
        var conveyor = new TransportMode { Id = "conveyor", Kind = TransportKind.Conveyor, LinkCnyPerM = 300, LinkFixedCny = 100_000, LinkCapacityTPerH = 8, PowerKwhPerTKm = 0.5, MaxDistanceKm = 3 };
        var park = SlagPark().With(park => park with
        {
            TransportModes = [park.TransportModes[0] with { CnyPerT = 90 }, conveyor],
            Network = park.Network with { PumpingCnyPerKwh = 0.6 },
            Economics = park.Economics with { OmFraction = 0.02 },
        }).Build();

        var partner = Assert.Single(Market.Ask(park, "mill", "slag-out").Partners);

        const double investment = 100_000 + 300 * 2000.0;
        var annuity = 0.08 / (1 - Math.Pow(1.08, -20));
        Assert.Equal("conveyor", partner.TransportModeId);
        Assert.Equal(8, partner.PeakKw, 9);
        Assert.Equal(MatchLimit.LinkCapacity, partner.Limit);
        Assert.Equal(investment, partner.InvestmentCny.Typical, 6);
        var running = 8 * YearHours * 0.5 * 2 * 0.6 + 0.02 * investment;
        Assert.Equal(8 * YearHours * 250 - running - investment * annuity, partner.YearlyGainCny.Typical, 1);
        Assert.Equal(investment / (8 * YearHours * 250 - running), partner.PaybackYears!.Value, 9);
        Assert.Equal(running, partner.Costs.Sum(cost => cost.YearlyCny), 3);
        Assert.Equal(investment, partner.Costs.Sum(cost => cost.InvestmentCny), 6);
        Assert.Equal(partner.YearlyGainCny.Typical / annuity, partner.NpvCny.Typical, 1);
    }

    [Fact]
    public void Find_BeyondTheModesReach_IsRuledOutByDistance() =>
        Assert.Equal(PartnerReason.Distance, RuledOut(SlagPark().With(park => park with { TransportModes = [park.TransportModes[0] with { MaxDistanceKm = 1.5 }] }).Build()).Reason);

    [Fact]
    public void Find_OneWayAgainstTheFlow_HasNoRoute() =>
        Assert.Equal(PartnerReason.NoRoute, RuledOut(SlagPark().With(park => park with
        {
            Corridors = [park.Corridors[0] with { FromNodeId = "works", ToNodeId = "mill", OneWay = true }],
        }).Build()).Reason);

    [Theory]
    [InlineData(HazardClass.HazardousWaste, "HAZARDOUS_WASTE")]
    [InlineData(HazardClass.Radioactive, "RADIOACTIVE")]
    [InlineData(HazardClass.Corrosive, "CORROSIVE")]
    [InlineData(HazardClass.Flammable, "FLAMMABLE")]
    public void Find_HazardWithoutALicensedMode_IsBlockedAndWithOneFlagged(HazardClass hazard, string flag)
    {
        var park = SlagPark().With(park => park with { Materials = [park.Materials[0] with { Hazard = hazard }] }).Build();
        var licensed = park with { TransportModes = [park.TransportModes[0] with { LicensedHazards = [hazard] }] };

        Assert.Equal(PartnerReason.Hazard, RuledOut(park).Reason);
        Assert.Equal([flag], Assert.Single(Market.Ask(licensed, "mill", "slag-out").Partners).Flags.Select(duty => duty.Code));
    }

    [Fact]
    public void Find_ModeThatNamesAHazardousMaterialWithoutALicence_IsStillBlocked()
    {
        var park = SlagPark().With(park => park with
        {
            Materials = [park.Materials[0] with { Hazard = HazardClass.HazardousWaste }],
            TransportModes = [park.TransportModes[0] with { MaterialIds = ["slag"] }],
        }).Build();

        Assert.Equal(PartnerReason.Hazard, RuledOut(park).Reason);
    }

    [Fact]
    public void Find_OneSite_NeedsNoMode()
    {
        var park = APark().WithMaterial("slag").WithPlant("mill", mill => mill.WithOutlet("slag")).WithPlantAt("mill", "works", works => works.WithInlet("slag")).Build();

        var partner = Assert.Single(Market.Ask(park, "mill", "slag-out").Partners);

        Assert.Null(partner.TransportModeId);
        Assert.Equal(0, partner.LengthM);
        Assert.Equal(["mill"], partner.RouteNodeIds);
        Assert.Equal(10 * YearHours * 250, partner.YearlyGainCny.Typical, 1);
    }

    [Fact]
    public void Find_ThreePlants_AgreesWithTheReadme()
    {
        var park = ParkFile.Read(Path.Combine(RepositoryFolder.Path, "data", "parks", "three-plants", "park.json")).Value!;

        var partner = Assert.Single(Market.Ask(park, "smelter", "slag-heap").Partners);

        Assert.Equal("brickyard", partner.PlantId);
        Assert.Equal(MatchLimit.Quality, partner.Limit);
        Assert.Equal(4, partner.PeakKw, 9);
    }

    private static Inlet Priced(Inlet inlet, double cnyPerT) => inlet with { Purchases = [inlet.Purchases[0] with { PriceCnyPerT = cnyPerT }] };

    private static RuledOutPartner RuledOut(Park park)
    {
        var findings = Market.Ask(park, "mill", "slag-out");
        Assert.Empty(findings.Partners);
        return Assert.Single(findings.RuledOut);
    }

    private static ParkBuilder SlagPark(
        Func<Outlet, Outlet>? offered = null, Func<Inlet, Inlet>? change = null, params (string Component, double Fraction)[] composition) => APark()
        .WithTrucks().WithMaterial("slag", composition)
        .WithPlant("mill", mill => mill.WithOutlet("slag", change: offered))
        .WithPlant("works", works => works.WithInlet("slag", change: change))
        .WithCorridor("mill", "works", 2000);
}
