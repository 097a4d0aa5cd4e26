using System.Text.Json;
using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Time;
using Symbiosis.Domain.Validation;

namespace Symbiosis.TestKit.Tests;

public sealed class RandomParksTests
{
    private const int SeedCount = 500;

    [Fact]
    public void Create_SameSeed_IsTheSamePark()
    {
        for (var seed = 1; seed <= 20; seed++)
            Assert.Equal(JsonSerializer.Serialize(RandomParks.Create(seed)), JsonSerializer.Serialize(RandomParks.Create(seed)));
    }

    [Fact]
    public void Create_ManySeeds_PassesTheValidator()
    {
        ForEachSeed((seed, park) =>
        {
            var faults = ParkValidator.Validate(park).Select(violation => $"{violation.FieldPath}: {violation.Code} {violation.Sentence}").ToList();
            Assert.True(faults.Count == 0, $"seed {seed}: {string.Join('\n', faults)}");
        });
    }

    [Fact]
    public void Create_ManySeeds_KeepsToTheSizes()
    {
        ForEachSeed((seed, park) =>
        {
            Assert.True(park.Plants.Count is >= 2 and <= 5, $"seed {seed}: {park.Plants.Count} plants");
            Assert.True(park.Corridors.Count is >= 3 and <= 8, $"seed {seed}: {park.Corridors.Count} corridors");
            Assert.True(park.Carriers.Count is >= 1 and <= 3, $"seed {seed}: {park.Carriers.Count} carriers");
            Assert.True(park.Time.Periods.Count is >= 1 and <= 4, $"seed {seed}: {park.Time.Periods.Count} periods");
        });
    }

    [Fact]
    public void Create_ManySeeds_FillsTheHorizon()
    {
        ForEachSeed((seed, park) =>
        {
            var grid = TimeGrid.Create(park);
            Assert.True(Math.Abs(grid.Periods.Sum(period => period.Hours) - grid.HorizonHours) < 1e-6, $"seed {seed}");
            Assert.True(park.Profiles.All(profile => grid.Series(1, profile.Id).All(value => value >= 0)), $"seed {seed}");
        });
    }

    [Fact]
    public void Create_ManySeeds_JoinsAllNodes()
    {
        ForEachSeed((seed, park) =>
            Assert.True(ParkGraph.Create(park).ConnectedComponents().All(component => component == 0), $"seed {seed}"));
    }

    [Fact]
    public void Create_ManySeeds_ServesEveryStreamByUtilities()
    {
        ForEachSeed((seed, park) => Assert.All(park.Plants, plant =>
        {
            Assert.True(plant.HotUtilities.Any(utility => utility.CapacityKw is null && plant.Streams.All(stream => IsHotter(plant, stream, utility))), $"seed {seed}: {plant.Id}");
            Assert.True(plant.ColdUtilities.Any(utility => utility.CapacityKw is null && plant.Streams.All(stream => IsColder(plant, stream, utility))), $"seed {seed}: {plant.Id}");
        }));
    }

    [Fact]
    public void Create_ManySeeds_ShowsEveryFeature()
    {
        var parks = Enumerable.Range(1, SeedCount).Select(seed => RandomParks.Create(seed)).ToList();
        var plants = parks.SelectMany(park => park.Plants).ToList();

        Assert.Contains(plants, plant => plant.Streams.Any(stream => stream.MustCool));
        Assert.Contains(plants, plant => plant.Inlets.Any(inlet => inlet.Limits.Count > 0 && inlet.MinLotTPerH > 0));
        Assert.All(["heat-pump", "turbine", "steam-boiler"], id => Assert.Contains(plants, plant => plant.Converters.Any(converter => converter.Id == id)));
        Assert.All(["battery", "tank"], id => Assert.Contains(plants, plant => plant.Storages.Any(storage => storage.Id == id)));
        Assert.Contains(plants, plant => plant.Generators.Count > 0);
        Assert.Contains(parks, park => park.Policy.CarbonCapT is not null);
        Assert.Contains(parks, park => park.Plants.GroupBy(plant => plant.SiteId).Any(site => site.Count() > 1));
    }

    [Fact]
    public void Create_FeaturesSwitchedOff_AreAbsent()
    {
        var options = new RandomParkOptions
        {
            AllowsMaterials = false,
            AllowsElectricity = false,
            AllowsConverters = false,
            AllowsStorages = false,
            AllowsPolicy = false,
            MaxPlantCount = 2,
            MaxPeriodCount = 1,
        };

        ForEachSeed((seed, park) => Assert.True(
            park is { Materials.Count: 0, Tariffs.Count: 0, Plants.Count: 2, Time.Periods.Count: 1, Policy.CarbonPriceCnyPerT: 0 }
                && park.Plants.All(plant => plant is { Converters.Count: 0, Storages.Count: 0, Generators.Count: 0 }),
            $"seed {seed}"), options);
    }

    private static void ForEachSeed(Action<int, Park> check, RandomParkOptions? options = null)
    {
        for (var seed = 1; seed <= SeedCount; seed++)
            check(seed, RandomParks.Create(seed, options));
    }

    private static bool IsHotter(Plant plant, HeatStream stream, HotUtility utility) =>
        Math.Max(stream.SupplyCelsius, stream.TargetCelsius) + (stream.ApproachK ?? plant.DefaultApproachK) <= utility.SupplyCelsius - utility.ApproachK;

    private static bool IsColder(Plant plant, HeatStream stream, ColdUtility utility) =>
        stream.Kind == StreamKind.Cold
        || Math.Min(stream.SupplyCelsius, stream.TargetCelsius) - (stream.ApproachK ?? plant.DefaultApproachK) >= utility.SupplyCelsius + utility.ApproachK;
}
