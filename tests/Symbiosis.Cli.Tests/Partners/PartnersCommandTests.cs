using System.Text.Json;
using Symbiosis.Cli.Tests.Heat;
using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Tests.Partners;

public sealed class PartnersCommandTests
{
    private static readonly string[] s_heat = ["partners", "pair", "--offer", "--heat-kw", "400", "--celsius", "180", "--hours", "8000", "--at", "west"];

    private PartnerQuestion? _question;
    private PartnerViewer? _viewer;
    private IReadOnlyList<Park> _parks = [];

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Run_FourNumbers_ShowsThePartners(string language)
    {
        using var run = Run(PartnerSamples.Answer());

        Assert.Equal(ExitCode.Ok, run.Run([.. s_heat, "--lang", language]));
        Approved.Match($"partners-{language}", run.Output);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void Run_FourNumbers_IsTheQuestionAsked()
    {
        using var run = Run();

        Assert.Equal(ExitCode.Ok, run.Run([.. s_heat, "--limit", "3", "--ruled-out", "0"]));
        Assert.Equal((180, 400, 8000), (_question!.Heat!.SupplyCelsius, _question.Heat.HeatKw, _question.Heat.HoursPerYear!.Value));
        Assert.Equal((PartnerSide.Offer, "west", 3, 0), (_question.Side, _question.Place!.NodeId, _question.Limit, _question.RuledOutLimit));
        Assert.Equal(PartnerViewer.Planner, _viewer);
        Assert.Equal("pair", _parks.Single().Id);
    }

    [Fact]
    public void Run_As_SeesWithAnOwnersEyes()
    {
        using var run = Run();

        Assert.Equal(ExitCode.Ok, run.Run([.. s_heat, "--as", "mill owner"]));
        Assert.Equal(new PartnerViewer(false, "mill owner"), _viewer);
    }

    [Fact]
    public void Run_Plant_AsksInItsName()
    {
        using var run = Run();

        Assert.Equal(ExitCode.Ok, run.Run("partners", "pair", "--plant", "smelter", "--element", "gas"));
        Assert.Equal(new ElementSubject { ParkId = "pair", PlantId = "smelter", ElementId = "gas" }, _question!.Element);
    }

    [Fact]
    public void Run_Material_KeepsContentsAndPrice()
    {
        using var run = Run();

        Assert.Equal(ExitCode.Ok, run.Run("partners", "pair", "--offer", "--material", "slag", "--tonnes-per-hour", "3", "--contents", "Cu=0.01, As=0.002", "--price", "80", "--at", "10,-20.5"));
        var material = _question!.Material!;
        Assert.Equal(("slag", 3, 80.0), (material.MaterialId, material.FlowTPerH, material.DisposalCnyPerT));
        Assert.Equal([new Content { Component = "Cu", Fraction = 0.01 }, new Content { Component = "As", Fraction = 0.002 }], material.Composition);
        Assert.Equal((10, -20.5), (_question.Place!.XM!.Value, _question.Place.YM!.Value));
    }

    [Fact]
    public void Run_CoordinatesOfAParkInDegrees_AreDegrees()
    {
        using var run = Run();
        run.Folder.Write("far.json", HeatSamples.Park.Replace("\"x_m\": 0, \"y_m\": 0", "\"latitude_degrees\": 28.3, \"longitude_degrees\": 117.2", StringComparison.Ordinal).Replace("\"x_m\": 800, \"y_m\": 0", "\"latitude_degrees\": 28.31, \"longitude_degrees\": 117.2", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Ok, run.Run("partners", "far.json", "--need", "--power-kw", "400", "--at", "28.3,117.2"));
        Assert.Equal((28.3, 117.2), (_question!.Place!.LatitudeDegrees!.Value, _question.Place.LongitudeDegrees!.Value));
    }

    [Fact]
    public void Run_Json_GivesTheSchemasShape()
    {
        using var run = Run(PartnerSamples.Answer());

        Assert.Equal(ExitCode.Ok, run.Run([.. s_heat, "--json"]));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("mill", json.RootElement.GetProperty("partners")[0].GetProperty("plant_id").GetString());
        Assert.Equal(780_000, json.RootElement.GetProperty("partners")[0].GetProperty("yearly_gain_cny").GetProperty("typical").GetDouble());
        Assert.Equal(64, json.RootElement.GetProperty("parks")[0].GetProperty("revision").GetString()!.Length);
    }

    [Theory]
    [InlineData("Say what is looked for", "partners", "pair")]
    [InlineData("Missing: --celsius, --at. For example: partners PARK --offer --heat-kw 400 --celsius 180", "partners", "pair", "--offer", "--heat-kw", "400")]
    [InlineData("Missing: --offer|--need, --tonnes-per-hour, --at", "partners", "pair", "--material", "slag")]
    [InlineData("Ask about one thing", "partners", "pair", "--offer", "--heat-kw", "400", "--power-kw", "3")]
    [InlineData("--offer and --need exclude each other", "partners", "pair", "--offer", "--need", "--power-kw", "3", "--at", "west")]
    [InlineData("--celsius is 'warm'; it must be a number", "partners", "pair", "--offer", "--heat-kw", "400", "--celsius", "warm", "--at", "west")]
    [InlineData("--element needs --plant", "partners", "pair", "--offer", "--power-kw", "3", "--element", "x", "--at", "west")]
    [InlineData("--limit is 'all'; it must be a whole number", "partners", "pair", "--plant", "mill", "--limit", "all")]
    [InlineData("Name a park", "partners", "--plant", "mill")]
    [InlineData("--park-name needs --server", "partners", "--park-name", "parks/x", "--plant", "mill")]
    [InlineData("There is no file 'none.json'", "partners", "none.json", "--plant", "mill")]
    [InlineData("Two of the parks have the id 'pair'", "partners", "pair", "pair", "--plant", "pair/mill")]
    public void Run_AWrongCommandLine_IsToldInASentence(string sentence, params string[] arguments)
    {
        using var run = Run();

        Assert.Equal(ExitCode.BadInput, run.Run(arguments));
        Assert.Contains(sentence, run.Error);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void Run_FiguresOutOfRange_AreAllTold()
    {
        using var run = Run();

        Assert.Equal(ExitCode.BadInput, run.Run("partners", "pair", "--offer", "--heat-kw", "-4", "--celsius", "9000", "--hours", "9999", "--at", "west", "--limit", "1000"));
        Assert.Contains("heat_kw", run.Error);
        Assert.Contains("supply_celsius", run.Error);
        Assert.Contains("hours_per_year", run.Error);
        Assert.Contains("limit", run.Error);
    }

    [Fact]
    public void Run_ABrokenPark_TellsItsFaults()
    {
        using var run = Run();
        run.Folder.Write("broken.json", """{"id": "x", "sites": [{"id": "a"}], "plants": [{"id": "p", "site_id": "b"}]}""");

        Assert.Equal(ExitCode.BadInput, run.Run("partners", "broken.json", "--plant", "p"));
        Assert.Contains("broken.json cannot be used", run.Error);
        Assert.Contains("plants[0].site_id", run.Error);
    }

    private CliRun Run(PartnerAnswer? answer = null)
    {
        var run = HeatSamples.Run();
        run.Folder.Write("data/catalogue/materials.json", """{ "kind": "material", "entries": [{ "id": "slag", "name": "Slag" }] }""");
        run.FindPartners = (IReadOnlyList<Park> parks, IReadOnlyList<Catalogue> _, PartnerQuestion question, PartnerViewer viewer) =>
        {
            (_parks, _question, _viewer) = (parks, question, viewer);
            return Validated<PartnerAnswer>.Create(answer ?? new PartnerAnswer { Side = question.Side }, []);
        };
        return run;
    }
}
