using Symbiosis.Server.Solving;

namespace Symbiosis.Server.Tests.Solving;

public sealed class NewestMailboxTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task TakeAsync_ManyPosted_GivesTheNewest()
    {
        var box = new NewestMailbox<string>();
        box.Post("old");
        box.Post("new");

        var (letter, isClosed) = await box.TakeAsync(s_long, TimeProvider.System, default);

        Assert.Equal(("new", false), (letter, isClosed));
    }

    [Fact]
    public async Task TakeAsync_NothingComes_GivesNothing()
    {
        var box = new NewestMailbox<string>();

        var (letter, isClosed) = await box.TakeAsync(TimeSpan.FromMilliseconds(1), TimeProvider.System, default);

        Assert.Equal((null, false), (letter, isClosed));
    }

    [Fact]
    public async Task TakeAsync_Closed_EndsAlsoWithALetterInside()
    {
        var box = new NewestMailbox<string>();
        box.Post("progress");
        box.Close();

        var (letter, isClosed) = await box.TakeAsync(s_long, TimeProvider.System, default);

        Assert.Equal((null, true), (letter, isClosed));
    }

    [Fact]
    public async Task TakeAsync_PostedWhileWaiting_WakesTheReader()
    {
        var box = new NewestMailbox<string>();
        var taking = box.TakeAsync(s_long, TimeProvider.System, default);

        box.Post("now");

        Assert.Equal("now", (await taking).Letter);
    }
}
