using System.Text.Json;
using System.Text.Json.Nodes;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Time;
using Symbiosis.Planning.Partners.Privacy;
using Symbiosis.TestKit;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.Planning.Tests.Partners.Privacy;

public sealed class PlantVeilTests
{
    private const int ParkCount = 200;

    // Figures that the veil does not take from the plant: they are the records' own defaults.
    private static readonly string[] s_defaults = [nameof(Plant.DefaultApproachK), nameof(HeatStream.ApproachK)];

    [Fact]
    public void Of_AnyPlant_HasNoFigureButMiddlesOfRanges()
    {
        for (var seed = 0; seed < ParkCount; seed++)
        {
            var park = RandomParks.Create(seed);
            foreach (var plant in park.Plants)
                Walk(Json(PlantVeil.Of(plant, TimeGrid.Create(park))), "", (path, number) => Assert.True(IsMiddle(path, number), $"seed {seed}, {plant.Id}: {path} = {number:R}"));
        }
    }

    [Fact]
    public void Of_OtherFiguresInTheSameRanges_IsTheSame()
    {
        for (var seed = 0; seed < ParkCount; seed++)
        {
            var park = RandomParks.Create(seed);
            var (grid, random) = (TimeGrid.Create(park), new Random(seed));
            foreach (var plant in park.Plants.Select(PlantFigures.WithoutProfiles))
            {
                var other = PlantFigures.ShiftedInRanges(plant, random);

                Assert.NotEqual(Json(plant).ToJsonString(), Json(other).ToJsonString());
                Assert.True(Json(PlantVeil.Of(plant, grid)).ToJsonString() == Json(PlantVeil.Of(other, grid)).ToJsonString(), $"seed {seed}, {plant.Id}");
            }
        }
    }

    [Fact]
    public void Of_AProfile_IsTheConstantOfItsMean()
    {
        var park = APark().WithPeriods([6, 18], 365).WithProfile("shift", 1, 0.2)
            .WithPlant("night", plant => plant.WithHotStream(heatKw: 1000, change: stream => stream with { HeatProfileId = "shift" }))
            .WithPlant("even", plant => plant.WithHotStream(heatKw: 400)).Build();
        var grid = TimeGrid.Create(park);

        var veiled = park.Plants.Select(plant => PlantVeil.Of(plant, grid).Streams.Single()).ToList();

        Assert.Equal(veiled[1].HeatKw, veiled[0].HeatKw);
        Assert.Null(veiled[0].HeatProfileId);
    }

    [Fact]
    public void Of_NamesIdsAndNotes_AreGone()
    {
        var park = RandomParks.Create(7);
        var secret = park.Plants[0] with
        {
            Streams = [new HeatStream { Id = "secret-kiln", Name = "Secret", NameZh = "Secret", SupplyCelsius = 300, TargetCelsius = 100, HeatKw = 5, Provenance = [new Provenance { Quality = Quality.Measured, Note = "Secret meter" }] }],
            Outlets = [new Outlet { Id = "secret-slag", Name = "Secret", MaterialId = "slag", FlowTPerH = 3 }],
            Provenance = [new Provenance { Quality = Quality.Measured, Note = "Secret report" }],
        };

        var text = Json(PlantVeil.Of(secret, TimeGrid.Create(park))).ToJsonString();

        Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("stream-1", text, StringComparison.Ordinal);
        Assert.Contains("slag", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1.49, 1)]
    [InlineData(1.51, 2.25)]
    [InlineData(-1.51, -2.25)]
    [InlineData(0, 0)]
    public void Amount_IsTheMiddleOfAFixedRange(double value, double middle) => Assert.Equal(middle, FigureVeil.Amount(value), 1e-12);

    [Theory]
    [InlineData(-1, -10)]
    [InlineData(0, 10)]
    [InlineData(199.9, 190)]
    [InlineData(200, 210)]
    public void Celsius_IsTheMiddleOfAFixedStep(double value, double middle) => Assert.Equal(middle, FigureVeil.Celsius(value), 1e-12);

    [Fact]
    public void Amount_IsNeverFurtherOffThanTheSpread()
    {
        var random = new Random(1);
        for (var i = 0; i < 100_000; i++)
        {
            var value = Math.Exp(random.NextDouble() * 40 - 20);
            Assert.InRange(FigureVeil.Amount(value) / value, 1 / PlantVeil.Spread - 1e-9, PlantVeil.Spread + 1e-9);
        }
    }

    private static JsonNode Json(Plant plant) => JsonSerializer.SerializeToNode(plant)!;

    private static bool IsMiddle(string path, double number)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        if (name.EndsWith("Celsius", StringComparison.Ordinal))
            return number == FigureVeil.Celsius(number);
        return s_defaults.Contains(name) || name is "Quality" or "Visibility" or "Sector" or "Kind" or "Direction" || Math.Abs(number - FigureVeil.Amount(number)) <= 1e-9 * Math.Abs(number);
    }

    private static void Walk(JsonNode? node, string path, Action<string, double> onNumber)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, child) in fields)
                    Walk(child, $"{path}.{name}", onNumber);
                break;
            case JsonArray list:
                foreach (var child in list)
                    Walk(child, path, onNumber);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                onNumber(path, value.GetValue<double>());
                break;
        }
    }
}
