using Symbiosis.Domain.Catalogues.Suggestions;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Suggesting;
using Symbiosis.Planning.Tests.Partners.Typical;

namespace Symbiosis.Planning.Tests.Suggesting;

public sealed class StreamSuggesterTests
{
    private const int Digits = 3;
    private readonly StreamSuggester suggester = new(CatalogueFolder.Files);

    public static TheoryData<string> Processes => [.. CatalogueFolder.Files.Single(file => file.Kind == "process").Entries.Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Processes))]
    public void Suggest_EveryProcess_TurnsEachFigureIntoAFlowOrAReason(string process)
    {
        var figures = CatalogueFolder.Files.Single(file => file.Kind == "process").Entries.Single(entry => entry.Id == process).Figures;

        var answer = suggester.Suggest(new StreamQuestion { ProcessId = process, TonnesPerYear = 100_000 }).Value!;

        var told = answer.Flows.Select(flow => flow.FigureName).Concat(answer.LeftOut.Select(left => left.FigureName)).ToList();
        Assert.Empty(figures.Select(figure => figure.Name).Except(told));
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.All(answer.LeftOut, left => Assert.EndsWith(".", left.Reason));
        Assert.All(answer.Flows, flow =>
        {
            Assert.True(flow.Value.Low >= 0 && flow.Value.Low <= flow.Value.Typical && flow.Value.Typical <= flow.Value.High, flow.ToString());
            Assert.True(double.IsFinite(flow.Value.High));
            Assert.NotEqual(SuggestedFlowKind.Unspecified, flow.Kind);
            Assert.NotEmpty(flow.Note);
        });
    }

    // 100,000 t in the 7,900 h of the entry are 12.6582 t/h. 0.85 (0.6-1.1) MWh, 2.2 t of slag, 320 kWh, 600 Nm3 O2 of 31.998 / 22.414 kg per t of copper.
    [Fact]
    public void Suggest_FlashSmelting_IsTheEntryTimesTheRate()
    {
        var answer = suggester.Suggest(new StreamQuestion { ProcessId = "cu_flash_smelting", TonnesPerYear = 100_000 }).Value!;

        Assert.Equal(7900, answer.HoursPerYear);
        Assert.Equal("Cu", answer.Product);
        var gas = FlowOf(answer, "recoverable_heat");
        Assert.Equal((SuggestedFlowKind.HotStream, 1350.0, 350.0), (gas.Kind, gas.SupplyCelsius!.Value, gas.ReturnCelsius!.Value));
        Assert.Equal(7_594.937, gas.Value.Low, Digits);
        Assert.Equal(10_759.494, gas.Value.Typical, Digits);
        Assert.Equal(13_924.051, gas.Value.High, Digits);
        Assert.Equal(27.848, FlowOf(answer, "slag").Value.Typical, Digits);
        Assert.Equal(4_050.633, FlowOf(answer, "electricity").Value.Typical, Digits);
        Assert.Equal(10.842, FlowOf(answer, "oxygen_use").Value.Typical, Digits);
        Assert.Contains("recoverable_heat", ReasonOf(answer, "steam_from_whb"));
    }

    // The acid plants of data/parks/guixi-copper have 219,304 kW of acid cooling from the same figures. 0.25 t/t of steam at 224 deg C give 1.84 MJ/kg: 62,271 kW.
    [Fact]
    public void Suggest_AcidPlant_CountsTheHeatOnceAndSellsTheAcid()
    {
        var answer = suggester.Suggest(new StreamQuestion { ProcessId = "acid_plant", TonnesPerYear = 3_850_000, HoursPerYear = 7900 }).Value!;

        Assert.Equal(219_303.797, FlowOf(answer, "acid_cooler_heat_without_lt").Value.Typical, Digits);
        var steam = FlowOf(answer, "steam_from_converter_heat");
        Assert.Equal(62_271.449, steam.Value.Typical, Digits);
        Assert.Equal(224, steam.ReturnCelsius);
        Assert.Equal(487.342, FlowOf(answer, "acid_per_cu").Value.Typical, Digits);
        Assert.Equal(51.171, FlowOf(answer, "weak_acid").Value.Typical, Digits);
        Assert.Contains("acid_cooler_heat_without_lt", ReasonOf(answer, "steam_from_lt_recovery"));
        Assert.Equal(["acid-per-cu", "weak-acid"], answer.Plant.Outlets.Select(outlet => outlet.Id));
        Assert.Equal(-350, answer.Plant.Outlets[0].DisposalCnyPerT);
        Assert.Equal(HazardClass.HazardousWaste, answer.Materials.Single(material => material.Id == "weak-acid").Hazard);
    }

    // 5,500 t of oxides in 7,900 h are 0.69620 t/h; Longnan in data/parks/ganzhou-rare-earth has 2,780 and 6,270 kW of the same figures.
    [Fact]
    public void Suggest_RareEarthSeparation_GivesHeatNeedsAndARadioactiveResidue()
    {
        var answer = suggester.Suggest(new StreamQuestion { ProcessId = "re_sx_separation", TonnesPerYear = 5_500, HoursPerYear = 7900 }).Value!;

        var warm = FlowOf(answer, "low_temperature_heat");
        Assert.Equal((SuggestedFlowKind.ColdStream, 2_784.81), (warm.Kind, Math.Round(warm.Value.Typical, 2)));
        Assert.Equal(6_265.823, FlowOf(answer, "brine_evaporation_heat").Value.Typical, Digits);
        Assert.Equal(6.266, FlowOf(answer, "hydrochloric_acid_31pct").Value.Typical, Digits);
        Assert.Equal(0.104, FlowOf(answer, "acid_insoluble_residue").Value.Typical, Digits);
        Assert.Equal(HazardClass.Radioactive, answer.Materials.Single(material => material.Id == "re-residue").Hazard);
        var stream = answer.Plant.Streams.Single(candidate => candidate.Id == "low-temperature-heat");
        Assert.Equal((60.0, 95.0, StreamKind.Cold), (stream.SupplyCelsius, stream.TargetCelsius, stream.Kind));
        Assert.True(answer.Plant.HotUtilities.Single().SupplyCelsius > 150);
    }

    // Slag 0.3 t per t of iron x 0.45 MWh; anodes 1.18 t per t of cathode x 8 kg; 22 % of 3.4 GJ; 3 % of 1.55 t of meal; 7 t of gypsum from the material's own entry;
    // 0.33 MWh per 1,000 Nm3 of 1.42759 t. All at 12.5 t/h.
    [Theory]
    [InlineData("steel_bf", "slag_sensible_heat", 1_687.5)]
    [InlineData("cu_electrorefining", "anode_slime", 0.118)]
    [InlineData("cement_clinker", "preheater_loss_share", 2_597.222)]
    [InlineData("cement_clinker", "iron_corrective_share", 0.581)]
    [InlineData("titanium_dioxide", "titanogypsum", 87.5)]
    [InlineData("air_separation", "compressor_heat", 2_889.485)]
    [InlineData("cu_rod", "natural_gas", 6_758.854)]
    [InlineData("steel_bof", "converter_gas_output", 2_734.375)]
    public void Suggest_FigureOfAnotherBasis_IsChained(string process, string figure, double expected)
    {
        var answer = suggester.Suggest(new StreamQuestion { ProcessId = process, TonnesPerYear = 100_000, HoursPerYear = 8000 }).Value!;

        Assert.Equal(expected, FlowOf(answer, figure).Value.Typical, Digits);
    }

    [Fact]
    public void Suggest_OtherProduct_TurnsTheEntryRound()
    {
        var answer = suggester.Suggest(new StreamQuestion { ProcessId = "acid_plant", TonnesPerYear = 80_000, HoursPerYear = 8000, Product = "Cu" }).Value!;

        // 10 t/h of copper x 3.5 t of acid x 0.45 MWh.
        Assert.Equal(15_750, FlowOf(answer, "acid_cooler_heat_without_lt").Value.Typical, Digits);
        Assert.Equal(new Estimate(30, 35, 40), FlowOf(answer, "acid_per_cu").Value);
    }

    [Fact]
    public void Suggest_TwiceTheTonnes_IsTwiceEveryFlow()
    {
        foreach (var process in Processes.Select(row => row.Data))
        {
            var once = suggester.Suggest(new StreamQuestion { ProcessId = process, TonnesPerYear = 30_000 }).Value!;
            var twice = suggester.Suggest(new StreamQuestion { ProcessId = process, TonnesPerYear = 60_000 }).Value!;

            Assert.Equal(once.Flows.Select(flow => Math.Round(flow.Value.Typical * 2, 6)), twice.Flows.Select(flow => Math.Round(flow.Value.Typical, 6)));
        }
    }

    [Fact]
    public void Suggest_GypsumUser_AcceptsWhatReplacesIt()
    {
        var answer = suggester.Suggest(new StreamQuestion { ProcessId = "gypsum_products", TonnesPerYear = 100_000 }).Value!;

        var inlet = answer.Plant.Inlets.Single();
        Assert.True(inlet.Required);
        Assert.Equal(110, inlet.Purchases.Single().PriceCnyPerT);
        Assert.Contains("phosphogypsum", inlet.Accepts.Select(accepted => accepted.MaterialId));
        Assert.DoesNotContain("fly-ash", inlet.Accepts.Select(accepted => accepted.MaterialId));
    }

    [Fact]
    public void Suggest_EverythingWrong_TellsAllAtOnce()
    {
        var answer = suggester.Suggest(new StreamQuestion { ProcessId = "acid-plant", TonnesPerYear = 0, HoursPerYear = 9000 });

        Assert.Equal(["process", "tonnes_per_year", "hours_per_year"], answer.Violations.Select(violation => violation.FieldPath));
        Assert.Contains("acid_plant", answer.Violations[0].Sentence);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e9)]
    public void Suggest_ImpossibleTonnes_IsRefused(double tonnes)
    {
        var answer = suggester.Suggest(new StreamQuestion { ProcessId = "cu_foil", TonnesPerYear = tonnes });

        Assert.Equal("tonnes_per_year", Assert.Single(answer.Violations).FieldPath);
    }

    [Fact]
    public void Suggest_UnknownProduct_NamesTheKnown()
    {
        var answer = suggester.Suggest(new StreamQuestion { ProcessId = "chlor_alkali", TonnesPerYear = 1000, Product = "bleach" });

        Assert.Contains("Cl2, NaOH, HCl", Assert.Single(answer.Violations).Sentence);
    }

    [Theory]
    [InlineData("acid plnt", "acid_plant")]
    [InlineData("flash", "cu_flash_smelting")]
    [InlineData("zement", "cement_clinker")]
    [InlineData("氯碱", "chlor_alkali")]
    public void Near_AlmostAName_FindsIt(string text, string expected) => Assert.Contains(expected, suggester.Near(text));

    [Fact]
    public void Near_Nonsense_FindsNothing() => Assert.Empty(suggester.Near(new string('q', 3000)));

    private static SuggestedFlow FlowOf(StreamSuggestion answer, string figure) => answer.Flows.Single(flow => flow.FigureName == figure);

    private static string ReasonOf(StreamSuggestion answer, string figure) => answer.LeftOut.Single(left => left.FigureName == figure).Reason;
}
