using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Materials;
using Symbiosis.Planning.Partners.Subjects;
using Symbiosis.TestKit;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.Planning.Tests.Partners.Materials;

/// <summary>Questions from few numbers, from beside the network, and to several parks.</summary>
public sealed class MaterialTradeReaderTests
{
    private const double YearHours = 8760;

    private static readonly MaterialSubject Slag = new() { MaterialId = "slag", FlowTPerH = 3, HoursPerYear = YearHours, DisposalCnyPerT = 40 };

    [Fact]
    public void OfSubject_AllThatIsLeftOut_IsFilledAndNoted()
    {
        var trade = Read(new MaterialSubject { MaterialId = "slag", FlowTPerH = 3 }, PartnerSide.Offer);

        Assert.Contains("material.hours_per_year", trade.Filled.Select(value => value.Field));
        Assert.Contains("material.disposal_cny_per_t", trade.Filled.Select(value => value.Field));
        Assert.Contains("material.composition", trade.Filled.Select(value => value.Field));
        Assert.All(trade.Filled, value => Assert.NotEqual("", value.Note));
        Assert.DoesNotContain("material.disposal_cny_per_t", Read(Slag, PartnerSide.Offer).Filled.Select(value => value.Field));
    }

    [Fact]
    public void OfSubject_HalfOfTheYear_FlowsForHalfOfIt()
    {
        var (park, trade) = (Works(), Read(Slag with { HoursPerYear = YearHours / 2 }, PartnerSide.Offer));

        var partner = Assert.Single(new MaterialMarket([park], Market.Typical).Find(trade with { Place = new SubjectPlace(park, 0, 0, null, null) }, PartnerViewer.Planner).Partners);

        Assert.Equal(3 * YearHours / 2, partner.Amount, 1);
    }

    [Fact]
    public void Find_FromBesideTheNetwork_AddsTheWayThere()
    {
        var park = Works();
        var at = Find(park, Slag, new SubjectPlace(park, 0, 0, null, null));
        var beside = Find(park, Slag, new SubjectPlace(park, 0, 500, null, null));

        Assert.Equal(500, beside.LengthM - at.LengthM, 6);
        Assert.Equal(3 * YearHours * 0.5 * 0.8, at.YearlyGainCny.Typical - beside.YearlyGainCny.Typical, 3);
    }

    [Fact]
    public void Find_StricterHazardOfTheQuestion_Holds()
    {
        var park = Works();
        var trade = new MaterialTradeReader([park], Market.Typical).OfSubject(Slag with { Hazard = HazardClass.HazardousWaste }, PartnerSide.Offer, new SubjectPlace(park, 0, 0, null, null));

        var findings = new MaterialMarket([park], Market.Typical).Find(trade, PartnerViewer.Planner);

        Assert.Empty(findings.Partners);
        Assert.Equal(PartnerReason.Hazard, Assert.Single(findings.RuledOut).Reason);
    }

    [Fact]
    public void Find_LaxerHazardOfTheQuestion_DoesNotUndoTheParks()
    {
        var park = Works(HazardClass.Radioactive);
        var trade = new MaterialTradeReader([park], Market.Typical).OfSubject(Slag with { Hazard = HazardClass.None }, PartnerSide.Offer, new SubjectPlace(park, 0, 0, null, null));

        Assert.Equal(PartnerReason.Hazard, Assert.Single(new MaterialMarket([park], Market.Typical).Find(trade, PartnerViewer.Planner).RuledOut).Reason);
    }

    [Fact]
    public void Find_AnotherPark_GoesByRoadOverTheStraightLine()
    {
        var home = new IndexedPark(Located("home", 28, park => park.WithMaterial("slag").WithTrucks()).Build());
        var other = new IndexedPark(Located("other", 28.1, park => park.WithMaterial("slag").WithPlant("works", works => works.WithInlet("slag"))).Build());
        var trade = new MaterialTradeReader([home, other], Market.Typical).OfSubject(Slag, PartnerSide.Offer, new SubjectPlace(home, 0, 0, 28, 117));

        var partner = Assert.Single(new MaterialMarket([home, other], Market.Typical).Find(trade, PartnerViewer.Planner).Partners);

        // 0.1 degree of a meridian of a sphere of 6,371,008.8 m.
        var roadM = 6_371_008.8 * Math.PI / 1800 * Market.Typical.DetourFactor().Typical;
        Assert.Equal("other", partner.ParkId);
        Assert.True(partner.IsStraightLine);
        Assert.Equal(roadM, partner.LengthM, 1);
        Assert.Equal("truck", partner.TransportModeId);
        Assert.Equal(3 * YearHours * (40 + 200 - 5 - 0.8 * roadM / 1000), partner.YearlyGainCny.Typical, 0);
    }

    [Fact]
    public void Find_RangeOnlyPlant_ShowsStrangersTheVeiledFiguresAndAWiderRange()
    {
        var park = new IndexedPark(APark().WithTrucks().WithMaterial("slag").WithSite("gate")
            .WithPlant("works", works => works.WithInlet("slag", 17.3, 211).With(plant => plant with { Visibility = Visibility.RangeOnly, Owner = "owner" }))
            .WithCorridor("gate", "works", 2000).Build());
        var trade = new MaterialTradeReader([park], Market.Typical).OfSubject(Slag, PartnerSide.Offer, new SubjectPlace(park, 0, 0, null, null));

        var stranger = Assert.Single(new MaterialMarket([park], Market.Typical).Find(trade, PartnerViewer.Stranger).Partners);
        var owner = Assert.Single(new MaterialMarket([park], Market.Typical).Find(trade, new PartnerViewer(false, "owner")).Partners);

        Assert.Equal(DisclosureLevel.Ranges, stranger.Disclosure);
        Assert.Equal(DisclosureLevel.Full, owner.Disclosure);
        Assert.NotEqual(owner.YearlySavingCny.Typical, stranger.YearlySavingCny.Typical);
        Assert.True(stranger.YearlySavingCny.High / stranger.YearlySavingCny.Low > owner.YearlySavingCny.High / owner.YearlySavingCny.Low);
    }

    [Fact]
    public void Find_HiddenPlant_IsNotMatchedForStrangers()
    {
        var park = new IndexedPark(APark().WithTrucks().WithMaterial("slag").WithSite("gate")
            .WithPlant("works", works => works.WithInlet("slag").With(plant => plant with { Visibility = Visibility.Hidden }))
            .WithCorridor("gate", "works", 2000).Build());
        var trade = new MaterialTradeReader([park], Market.Typical).OfSubject(Slag, PartnerSide.Offer, new SubjectPlace(park, 0, 0, null, null));

        var findings = new MaterialMarket([park], Market.Typical).Find(trade, PartnerViewer.Stranger);

        Assert.Empty(findings.Partners);
        Assert.Empty(findings.RuledOut);
    }

    [Fact]
    public void Find_PlantOfTheSameFamily_IsANearMiss()
    {
        var park = APark().WithTrucks().WithMaterial("acid-gypsum").WithMaterial("fgd-gypsum").WithPlant("mill", mill => mill.WithOutlet("acid-gypsum"))
            .WithPlant("boards", boards => boards.WithInlet("fgd-gypsum")).WithPlant("bakery", bakery => bakery.WithInlet("flour")).Build();

        var ruled = Assert.Single(Market.Ask(park, "mill", "acid-gypsum-out").RuledOut);

        Assert.Equal(("boards", PartnerReason.NotAccepted), (ruled.PlantId, ruled.Reason));
    }

    private static Partner Find(IndexedPark park, MaterialSubject subject, SubjectPlace place) => Assert.Single(
        new MaterialMarket([park], Market.Typical).Find(new MaterialTradeReader([park], Market.Typical).OfSubject(subject, PartnerSide.Offer, place), PartnerViewer.Planner).Partners);

    private static MaterialTrade Read(MaterialSubject subject, PartnerSide side)
    {
        var park = Works();
        return new MaterialTradeReader([park], Market.Typical).OfSubject(subject, side, new SubjectPlace(park, 0, 0, null, null));
    }

    private static IndexedPark Works(HazardClass hazard = HazardClass.Unspecified) => new(APark().WithTrucks().WithMaterial("slag").WithSite("gate")
        .WithPlant("works", works => works.WithInlet("slag")).WithCorridor("gate", "works", 2000)
        .With(park => park with { Materials = [park.Materials[0] with { Hazard = hazard }] }).Build());

    private static ParkBuilder Located(string id, double latitudeDegrees, Action<ParkBuilder> describe)
    {
        var builder = APark(id).WithSite("works");
        describe(builder);
        return builder.With(park => park with { Sites = [.. park.Sites.Select(site => site with { XM = null, YM = null, LatitudeDegrees = latitudeDegrees, LongitudeDegrees = 117 })] });
    }
}
