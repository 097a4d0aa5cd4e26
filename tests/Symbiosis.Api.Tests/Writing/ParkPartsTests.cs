using Google.Protobuf;
using Symbiosis.Api.Writing;

namespace Symbiosis.Api.Tests.Writing;

public sealed class ParkPartsTests
{
    [Theory]
    [InlineData(50, 40)]
    [InlineData(1_000, 3)]
    [InlineData(1_000_000, 1)]
    public void Split_AnySize_MergesToTheSamePark(int maxByteCount, int leastCount)
    {
        var park = APark();

        var parts = ParkParts.Split(park, maxByteCount);

        var merged = new V1.Park();
        foreach (var part in parts) merged.MergeFrom(part.ToByteArray());
        Assert.Equal(park, merged);
        Assert.InRange(parts.Count, leastCount, 60);
    }

    [Fact]
    public void Split_Parts_AreNotLargerThanAskedForUnlessOneEntryIs()
    {
        var parts = ParkParts.Split(APark(), 400);

        Assert.All(parts, part => Assert.True(part.CalculateSize() <= 400 || part.Profiles.Count + part.Plants.Count == 1));
        Assert.Contains(parts, part => part.CalculateSize() > 400);
    }

    [Fact]
    public void Split_AnEmptyPark_IsOnePart()
    {
        Assert.Equal(new V1.Park(), Assert.Single(ParkParts.Split(new V1.Park(), 10)));
    }

    private static V1.Park APark()
    {
        var park = new V1.Park { Id = "p", Time = new V1.TimeStructure { HorizonHours = 8760 } };
        for (var i = 0; i < 40; i++) park.Plants.Add(new V1.Plant { Id = $"plant-{i}", Name = new string('n', 30), SiteId = "site" });
        var profile = new V1.Profile { Id = "long" };
        profile.Values.Add(Enumerable.Range(0, 200).Select(value => (double)value));
        park.Profiles.Add(profile);
        return park;
    }
}
