using Symbiosis.Domain.Graph;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.TestKit.Tests;

public sealed class ParkBuilderTests
{
    [Fact]
    public void WithPlant_NoSite_MakesOne()
    {
        var park = APark().WithPlant("smelter", plant => plant.WithHotStream(supplyCelsius: 90)).Build();

        Assert.Equal(Assert.Single(park.Sites).Id, Assert.Single(park.Plants).SiteId);
        Assert.Equal(90, park.Plants[0].Streams[0].SupplyCelsius);
    }

    [Fact]
    public void WithPlantAt_SameSite_MakesItOnce()
    {
        Assert.Single(APark().WithPlantAt("plot", "a").WithPlantAt("plot", "b").Build().Sites);
    }

    [Fact]
    public void WithCorridor_NoLength_IsTheDistanceOfThePlots()
    {
        var park = APark().WithPlant("smelter").WithPlant("chemicals").WithCorridor("smelter", "chemicals").Build();

        Assert.Equal(500, ParkGraph.Create(park).Corridors[0].LengthM);
    }

    [Fact]
    public void WithPeriods_Weights_GiveTheHorizon()
    {
        Assert.Equal(8760, APark().WithPeriods([8, 16], weight: 365).Build().Time.HorizonHours);
    }

    [Fact]
    public void WithStreams_NoIds_CountUp()
    {
        var plant = APark().WithPlant("a", plant => plant.WithHotStream().WithHotStream().WithColdStream()).Build().Plants[0];

        Assert.Equal(["hot1", "hot2", "cold1"], plant.Streams.Select(stream => stream.Id));
    }
}
