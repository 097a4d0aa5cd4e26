using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Tests.Partners.Typical;

public sealed class TypicalValuesTests
{
    private readonly TypicalValues typical = TypicalValues.Of(CatalogueFolder.Files);

    // Hot water 32 CNY/GJ x 0.0036; steam 230 CNY/t / 680 kWh/t; gas 3.5 CNY/m3 / (38.931 / 3.6 kWh/m3) / 0.925.
    [Theory]
    [InlineData(90, 0.1152)]
    [InlineData(150, 0.33824)]
    [InlineData(300, 0.34989)]
    public void HeatPriceCnyPerKwh_ByTemperature_IsTheCheapestUsualHeat(double celsius, double cnyPerKwh)
    {
        var price = typical.HeatPriceCnyPerKwh(celsius);

        Assert.Equal(cnyPerKwh, price.Typical, 5);
        Assert.Contains("catalogue/tariff/", price.Note);
    }

    [Fact]
    public void HeatCo2KgPerKwh_Catalogue_IsGasOverTheBoiler()
    {
        // 55.8 kg/GJ x 0.0036 GJ/kWh / 0.925
        var co2 = typical.HeatCo2KgPerKwh();

        Assert.Equal(0.21717, co2.Typical, 5);
        Assert.Equal(Quality.Derived, co2.Quality);
        Assert.Contains("cnef", co2.Note);
        Assert.Contains("dea-iph", co2.Note);
    }

    // 0.73, 0.871 and 1.045 M EUR/MW x 7.9 CNY/EUR x 0.5.
    [Theory]
    [InlineData(55, 2883.5, "hp_60 ")]
    [InlineData(75, 2883.5, "hp_80 ")]
    [InlineData(110, 3440.45, "hp_125 ")]
    [InlineData(150, 4127.75, "hp_150 ")]
    public void HeatPumpInvestmentCnyPerKw_ByTemperature_IsTheSmallestMachineThatGetsThere(double celsius, double cnyPerKw, string entry)
    {
        var cost = typical.HeatPumpInvestmentCnyPerKw(celsius);

        Assert.Equal(cnyPerKw, cost.Typical, 2);
        Assert.Equal(Quality.Estimate, cost.Quality);
        Assert.Contains($"catalogue/technology/{entry}", cost.Note);
        Assert.Contains("eur_to_cny", cost.Note);
        Assert.Contains("china_cost_factor", cost.Note);
    }

    [Fact]
    public void HeatPumpEfficiency_AboveTheHottestMachine_IsAbsent()
    {
        Assert.Equal(0.5, typical.HeatPumpEfficiency(150)!.Typical);
        Assert.Null(typical.HeatPumpEfficiency(150.1));
    }

    [Fact]
    public void MaterialPriceCnyPerT_HyphensForUnderscores_FindsThePlanningRange()
    {
        var price = typical.MaterialPriceCnyPerT("sulphuric-acid")!;

        Assert.Equal(new Estimate(50, 350, 1000), price.Value);
        Assert.Contains("price_long_run_planning", price.Note);
    }

    [Fact]
    public void MaterialPriceCnyPerT_PerKilogramme_IsPerTonne()
    {
        Assert.Equal(13_000, typical.MaterialPriceCnyPerT("hydrogen_byproduct")!.Typical, 6);
    }

    [Fact]
    public void MaterialPriceCnyPerT_ReplacedInput_IsItsOwnFigure()
    {
        Assert.Equal(110, typical.MaterialPriceCnyPerT("natural-gypsum")!.Typical);
        Assert.Null(typical.MaterialPriceCnyPerT("clinker_co2_avoided"));
    }

    // No price per tonne: dust has none, blast-furnace gas has one per GJ.
    [Theory]
    [InlineData("smelter_dust")]
    [InlineData("bf_gas")]
    [InlineData("unheard-of")]
    public void MaterialPriceCnyPerT_NoneInTheCatalogue_IsAbsent(string material) => Assert.Null(typical.MaterialPriceCnyPerT(material));

    [Fact]
    public void DisposalCnyPerT_Material_IsTheCatalogues()
    {
        Assert.Equal(new Estimate(800, 1800, 3500), typical.DisposalCnyPerT("smelter-dust")!.Value);
        Assert.Equal(150 / 1.05, typical.DisposalCnyPerT("weak-acid")!.Typical, 6);
        Assert.Null(typical.DisposalCnyPerT("copperas"));
    }

    // Seven waste-heat streams of low heat: 50/40, 85/60 twice, 90/45, 90/50, 95/65 and 200/100; the middle one, 95/65, spans 30/75 = 0.4 of the way to 20 deg C.
    [Fact]
    public void ReturnCelsius_LowHeatOffered_IsTheMiddleOfTheProcesses()
    {
        var back = typical.ReturnCelsius(PartnerSide.Offer, 180);

        Assert.Equal(180 - 0.4 * 160, back.Typical, 1);
        Assert.Contains("7 waste_heat streams", back.Note);
    }

    [Theory]
    [InlineData(PartnerSide.Offer)]
    [InlineData(PartnerSide.Need)]
    public void ReturnCelsius_AnyTemperature_IsColderWithAnOrderedRange(PartnerSide side)
    {
        for (var celsius = -20.0; celsius <= 1500; celsius += 7)
        {
            foreach (var values in new[] { typical, TypicalValues.None })
            {
                var back = values.ReturnCelsius(side, celsius).Value;
                Assert.True(back.Low <= back.Typical && back.Typical <= back.High && back.High <= celsius - 4.9, $"{side} {celsius}: {back}");
            }
        }
    }

    // Half the 10 K of steam to liquid, half of 25 K of gas to water, four fifths of 25 K.
    [Theory]
    [InlineData(90, 5)]
    [InlineData(180, 12.5)]
    [InlineData(400, 20)]
    public void ApproachK_ByTemperature_IsTheStreamsShare(double celsius, double kelvin) => Assert.Equal(kelvin, typical.ApproachK(celsius).Typical);

    [Fact]
    public void RoadCost_Truck_NamesEntryAndStudy()
    {
        Assert.Equal(new Estimate(0.3, 0.45, 0.8), typical.RoadCnyPerTKm().Value);
        Assert.Equal(12, typical.RoadCnyPerT().Typical);
        Assert.Equal(new Estimate(0.035, 0.08, 0.283), typical.RoadCo2KgPerTKm().Value);
        Assert.Contains("freight", typical.RoadCo2KgPerTKm().Note);
    }

    [Fact]
    public void All_WithOrWithoutCatalogue_AreOrderedAndSayWhereFrom()
    {
        foreach (var figure in Everything(typical).Concat(Everything(TypicalValues.None)))
        {
            Assert.True(figure.Value.Low <= figure.Typical && figure.Typical <= figure.Value.High, figure.ToString());
            Assert.True(double.IsFinite(figure.Typical), figure.ToString());
            Assert.NotEqual(Quality.Unspecified, figure.Quality);
            Assert.True(figure.Note.Contains("atalogue", StringComparison.Ordinal) || figure.Note.StartsWith("Estimate: ", StringComparison.Ordinal), figure.ToString());
        }
    }

    [Fact]
    public void None_EveryFigure_IsNearTheCatalogues()
    {
        foreach (var (read, guessed) in Everything(typical).Zip(Everything(TypicalValues.None)))
            Assert.InRange(guessed.Typical, read.Typical / 1.7, read.Typical * 1.7);
    }

    [Fact]
    public void Of_ChangedCatalogue_ChangesTheFigure()
    {
        var figure = new CatalogueFigure { Name = "price", Unit = "CNY/GJ", Typical = 50, Quality = Quality.Measured };
        Catalogue file = new() { Kind = "tariff", Entries = [new CatalogueEntry { Id = "hot_water", Figures = [figure] }] };

        Assert.Equal(0.18, TypicalValues.Of([file]).HeatPriceCnyPerKwh(60).Typical, 9);
    }

    private static IEnumerable<TypicalFigure> Everything(TypicalValues values) =>
    [
        values.HoursPerYear(), values.HeatPriceCnyPerKwh(80), values.HeatPriceCnyPerKwh(150), values.HeatPriceCnyPerKwh(400), values.HeatCo2KgPerKwh(),
        values.GasPriceCnyPerKwh(), values.PowerPriceCnyPerKwh(), values.PowerCo2KgPerKwh(), values.HeatPumpEfficiency(90)!, values.HeatPumpInvestmentCnyPerKw(90),
        values.RoadCnyPerTKm(), values.RoadCnyPerT(), values.RoadCo2KgPerTKm(), values.DetourFactor(), values.InvestmentRange(), values.PriceRange(),
        values.ApproachK(60), values.ApproachK(200), values.ApproachK(900), values.ReturnCelsius(PartnerSide.Offer, 90), values.ReturnCelsius(PartnerSide.Need, 160),
    ];
}
