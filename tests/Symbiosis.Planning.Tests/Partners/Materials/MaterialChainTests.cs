using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.TestKit;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.Planning.Tests.Partners.Materials;

/// <summary>
/// Chains, worked out by hand. 10 t/h of slag at the mill, disposal 50 CNY/t. A grinder at the quarry makes 0.9 t of powder of a tonne, which nobody
/// buys; it costs 1,000,000 CNY + 200,000 CNY/(t/h), runs at 9 CNY/t and draws 40 kWh/t at 0.6 CNY/kWh. The cement works takes 20 t/h of powder in place
/// of clinker at 205 CNY/t. All sites lie 1 km apart; lorries cost 5 + 0.8 CNY/km.
/// </summary>
public sealed class MaterialChainTests
{
    private const double YearHours = 8760;
    private const double HaulCnyPerT = 5.8;
    private const double GrindingCnyPerT = 9 + 40 * 0.6;

    private static readonly double Annuity = 0.08 / (1 - Math.Pow(1.08, -20));

    [Fact]
    public void Find_ThroughATreatment_PaysBothWaysAndTheConverter()
    {
        var partner = Market.Ask(GrinderPark().Build(), "mill", "slag-out").Partners.Single(found => found.PlantId == "cement");

        var perTonne = 50 + 0.9 * 205 - HaulCnyPerT - GrindingCnyPerT - 0.9 * HaulCnyPerT;
        const double investment = 1_000_000 + 10 * 200_000.0;
        Assert.Equal(10 * YearHours * perTonne - investment * Annuity, partner.YearlyGainCny.Typical, 1);
        Assert.Equal(investment, partner.InvestmentCny.Typical, 6);
        Assert.Equal(10 * YearHours, partner.Amount, 3);
        Assert.Equal(2000, partner.LengthM, 6);
        Assert.Equal(["mill", "quarry", "cement"], partner.RouteNodeIds);
        Assert.Equal(["powder-in"], partner.ElementIds);
        var step = Assert.Single(partner.Chain, step => step.Kind == ChainKind.Treatment);
        Assert.Equal(("quarry", "grinder"), (step.PlantId, step.ElementId));
        Assert.Equal(9 * YearHours, step.Amount!.Value, 3);
        Assert.Equal(partner.YearlySavingCny.Typical - partner.Costs.Sum(cost => cost.YearlyCny) - investment * Annuity, partner.YearlyGainCny.Typical, 1);
    }

    [Fact]
    public void Find_NeedThroughATreatment_FindsTheDonorAndTheTreater()
    {
        var park = GrinderPark().Build();

        var findings = Market.Ask(park, "cement", "powder-in");

        Assert.Equal(["mill", "quarry"], findings.Partners.Select(partner => partner.PlantId).Order(StringComparer.Ordinal));
        var donor = findings.Partners.Single(partner => partner.PlantId == "mill");
        Assert.Equal(Market.Ask(park, "mill", "slag-out").Partners.Single(partner => partner.PlantId == "cement").YearlyGainCny, donor.YearlyGainCny);
        Assert.Equal(9 * YearHours, donor.Amount, 3);
        Assert.Equal(0.45, donor.OfferShare, 9);
        Assert.Equal(["cement", "quarry", "mill"], donor.RouteNodeIds);
    }

    [Fact]
    public void Find_TreatmentWhoseProductIsSold_MakesTheTreaterAPartner()
    {
        var partner = Market.Ask(GrinderPark(soldCnyPerT: 120).Build(), "mill", "slag-out").Partners.Single(found => found.PlantId == "quarry");

        Assert.Equal(10 * YearHours * (50 + 0.9 * 120 - HaulCnyPerT - GrindingCnyPerT) - 3_000_000 * Annuity, partner.YearlyGainCny.Typical, 1);
        Assert.Equal(["grinder/raw"], partner.ElementIds);
    }

    [Fact]
    public void Find_AskedByTheTreater_SeesTheBestGainOfItsProduct()
    {
        var park = GrinderPark(soldCnyPerT: 120).Build();

        var findings = Market.Ask(park, "quarry", "grinder/raw");

        var donor = Assert.Single(findings.Partners);
        Assert.Equal("mill", donor.PlantId);
        Assert.Equal(Market.Ask(park, "mill", "slag-out").Partners.Max(partner => partner.YearlyGainCny.Typical), donor.YearlyGainCny.Typical, 3);
        Assert.Contains("does not stand yet", Assert.Single(findings.Filled).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_TreaterThatUsesItsProductItself_PaysOneWay()
    {
        var park = GrinderPark().With(park => park with
        {
            Plants = [.. park.Plants.Select(plant => plant.Id == "quarry" ? plant with { Inlets = [park.Plants[2].Inlets[0] with { Id = "own" }] } : plant)],
        }).Build();

        var partner = Assert.Single(Market.Ask(park, "quarry", "grinder/raw").Partners);

        Assert.Equal(10 * YearHours * (50 + 0.9 * 205 - HaulCnyPerT - GrindingCnyPerT) - 3_000_000 * Annuity, partner.YearlyGainCny.Typical, 1);
        Assert.Equal(10 * YearHours, partner.Amount, 3);
        Assert.Equal(10.0 / 30, partner.OfferShare, 9);
    }

    [Fact]
    public void Find_ConverterThatStandsAndIsLargeEnough_NeedsNoInvestment()
    {
        var partner = Market.Ask(GrinderPark(existingTPerH: 12).Build(), "mill", "slag-out").Partners.Single(found => found.PlantId == "cement");

        Assert.Equal(0, partner.InvestmentCny.Typical);
        Assert.Equal(10 * YearHours * (50 + 0.9 * 205 - HaulCnyPerT - GrindingCnyPerT - 0.9 * HaulCnyPerT), partner.YearlyGainCny.Typical, 1);
    }

    [Fact]
    public void Find_HeatOfTheTreatment_IsPricedByThePlantsUtilityAndElseNamedAsLeftOut()
    {
        var dry = Ports.Heat("drying", Direction.In, 60, 110, 80);

        var priced = Market.Ask(GrinderPark(extra: dry, boilerCnyPerKwh: 0.3).Build(), "mill", "slag-out").Partners.Single(found => found.PlantId == "cement");
        var open = Market.Ask(GrinderPark(extra: dry).Build(), "mill", "slag-out").Partners.Single(found => found.PlantId == "cement");

        Assert.Equal(10 * YearHours * 80 * 0.3, open.YearlyGainCny.Typical - priced.YearlyGainCny.Typical, 1);
        Assert.Contains("heat at port drying", open.Chain[0].Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Left out", priced.Chain[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_WhatTheBestLeaves_GoesToASecondTaker()
    {
        // The best takes 6 of 10 t/h at 300 CNY/t; the second could take 8 and gets the other 4 at 200 CNY/t.
        var park = APark().WithTrucks().WithMaterial("slag").WithPlant("mill", mill => mill.WithOutlet("slag"))
            .WithPlant("best", best => best.WithInlet("slag", 6, 300)).WithPlant("next", next => next.WithInlet("slag", 8, 200))
            .WithCorridor("mill", "best", 1000).WithCorridor("mill", "next", 1000).Build();

        var findings = Market.Ask(park, "mill", "slag-out");

        var step = Assert.Single(findings.Partners.Single(partner => partner.PlantId == "best").Chain);
        Assert.Equal((ChainKind.SecondTaker, "next", "slag-in"), (step.Kind, step.PlantId, step.ElementId));
        Assert.Equal(4 * YearHours, step.Amount!.Value, 3);
        Assert.Equal(4 * YearHours * (50 + 200 - HaulCnyPerT), step.YearlyGainCny!.Value, 1);
        Assert.Equal(8 * YearHours, findings.Partners.Single(partner => partner.PlantId == "next").Amount, 3);
    }

    [Fact]
    public void Find_SecondGiverOfANeed_LeavesTheBlendWithinItsLimits()
    {
        // At most 10 % of X in 10 t/h: 5 t/h of 10 % bring half of the 1 t/h allowed, so 2 t/h of 25 % still fit; alone 4 t/h would.
        var park = APark().WithTrucks().WithMaterial("first", ("X", 0.1)).WithMaterial("second", ("X", 0.25))
            .WithPlant("a", a => a.WithOutlet("first", 5, 90)).WithPlant("b", b => b.WithOutlet("second", 10, 10))
            .WithPlant("works", works => works.WithInlet("first", 10, 200, inlet => inlet with
            {
                Accepts = [new Acceptance { MaterialId = "first" }, new Acceptance { MaterialId = "second" }],
                Limits = [new QualityLimit { Component = "X", MaxFraction = 0.1 }],
            }))
            .WithCorridor("a", "works", 1000).WithCorridor("b", "works", 1000).Build();

        var step = Assert.Single(Market.Ask(park, "works", "first-in").Partners.Single(partner => partner.PlantId == "a").Chain);

        Assert.Equal("b", step.PlantId);
        Assert.Equal(2 * YearHours, step.Amount!.Value, 3);
    }

    private static ParkBuilder GrinderPark(double soldCnyPerT = 0, double existingTPerH = 0, Port? extra = null, double? boilerCnyPerKwh = null) => APark()
        .WithTrucks().WithElectricity().WithMaterial("slag").WithMaterial("powder")
        .WithPlant("mill", mill => mill.WithOutlet("slag"))
        .WithPlant("quarry", quarry =>
        {
            quarry.WithGrid().WithConverter(
                "grinder",
                new Investment { FixedCny = 1_000_000, CnyPerKw = 200_000, MaxSizeKw = 30 },
                existingTPerH,
                [
                    Ports.Material("raw", Direction.In, new PortMaterial { MaterialId = "slag" }),
                    Ports.Carrier("power", Direction.In, "power", 40),
                    Ports.Material("powder", Direction.Out, new PortMaterial { MaterialId = "powder", DisposalCnyPerT = -soldCnyPerT }, 0.9),
                    .. extra is null ? Array.Empty<Port>() : [extra],
                ]);
            quarry.With(plant => plant with { Converters = [plant.Converters[0] with { OmCnyPerKwh = 9 }] });
            if (boilerCnyPerKwh is { } price)
                quarry.WithHotUtility(price);
        })
        .WithPlant("cement", cement => cement.WithInlet("powder", 20, 205))
        .WithCorridor("mill", "quarry", 1000).WithCorridor("quarry", "cement", 1000);
}
