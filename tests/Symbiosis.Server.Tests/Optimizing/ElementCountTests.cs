using Symbiosis.Server.Optimizing;
using Symbiosis.V1;

namespace Symbiosis.Server.Tests.Optimizing;

public sealed class ElementCountTests
{
    [Fact]
    public void Of_Park_CountsMessagesAndTextsNotNumbers()
    {
        var park = new Park
        {
            Network = new NetworkRules(),
            Plants = { new Plant { Streams = { new HeatStream(), new HeatStream() } } },
            Profiles = { new Profile { Values = { Enumerable.Repeat(1.0, 8760) } } },
        };

        Assert.Equal(5, ElementCount.Of(park));
    }
}
