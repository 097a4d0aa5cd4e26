using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;
using Symbiosis.Server.Partners;

namespace Symbiosis.Server.Tests.Partners;

public sealed class ReadyShelfTests
{
    private static readonly ReadyParks s_ready = new((_, _) => Validated<PartnerAnswer>.Create(new PartnerAnswer(), []), []);

    private int _count;

    [Fact]
    public async Task Take_BeyondTheCount_ForgetsWhatWasAskedForLongestAgo()
    {
        var shelf = new ReadyShelf(2, 1000);

        await TakeAsync(shelf, "a");
        await TakeAsync(shelf, "b");
        Assert.True(await TakeAsync(shelf, "a"));
        await TakeAsync(shelf, "c");

        Assert.True(await TakeAsync(shelf, "a"));
        Assert.False(await TakeAsync(shelf, "b"));
        Assert.Equal(4, _count);
    }

    [Fact]
    public async Task Take_BeyondTheBytes_ForgetsUntilItFits()
    {
        var shelf = new ReadyShelf(10, 100);

        await TakeAsync(shelf, "a", 60);
        await TakeAsync(shelf, "b", 60);

        Assert.Equal(1, shelf.Count);
        Assert.True(await TakeAsync(shelf, "b", 60));
    }

    [Fact]
    public async Task Take_MoreThanFitsAlone_IsMadeAndNotKept()
    {
        var shelf = new ReadyShelf(10, 100);

        await TakeAsync(shelf, "a", 101);

        Assert.Equal(0, shelf.Count);
    }

    [Fact]
    public async Task Take_FaultyParks_AreNotKept()
    {
        var shelf = new ReadyShelf(10, 100);

        var parks = await shelf.Take("a", 1, () => Task.FromResult(new ReadyParks(null, []))).Parks;

        Assert.Null(parks.Find);
        Assert.Equal(0, shelf.Count);
    }

    [Fact]
    public async Task Take_AfterAFault_TriesAgain()
    {
        var shelf = new ReadyShelf(10, 100);

        await Assert.ThrowsAsync<InvalidOperationException>(() => shelf.Take("a", 1, () => throw new InvalidOperationException()).Parks);

        Assert.False(await TakeAsync(shelf, "a"));
    }

    private async Task<bool> TakeAsync(ReadyShelf shelf, string key, long byteCount = 1)
    {
        var (parks, wasThere) = shelf.Take(key, byteCount, () =>
        {
            _count++;
            return Task.FromResult(s_ready);
        });
        await parks;
        return wasThere;
    }
}
