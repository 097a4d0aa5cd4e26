using System.Text;
using Symbiosis.Api.Reading;

namespace Symbiosis.Api.Tests.Reading;

public sealed class ParkReaderTests
{
    [Fact]
    public void ReadJson_GoodPark_HasNoViolations()
    {
        var read = ParkReader.ReadJson(Encoding.UTF8.GetBytes(GoodPark.Json));

        Assert.Empty(read.Violations);
        Assert.True(read.IsValid);
        Assert.Equal(2, read.Value.Plants.Count);
    }
}
