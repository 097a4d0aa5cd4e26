using System.Buffers.Text;
using Symbiosis.Server.Paging;

namespace Symbiosis.Server.Tests.Paging;

public sealed class PageTokensTests
{
    private readonly PageTokens _tokens = new("0123456789abcdef0123456789abcdef"u8.ToArray());

    [Fact]
    public void Read_OwnToken_GivesThePlace()
    {
        Assert.Equal("catalogue/factor/名", _tokens.Read("q", _tokens.Write("q", "catalogue/factor/名")));
    }

    [Fact]
    public void Read_AnyBitChanged_GivesNull()
    {
        var bytes = Base64Url.DecodeFromChars(_tokens.Write("q", "catalogue/factor/x"));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = (byte[])bytes.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.Null(_tokens.Read("q", Base64Url.EncodeToString(changed)));
        }
    }

    [Fact]
    public void Read_OtherQuestionOrServer_GivesNull()
    {
        var token = _tokens.Write("q", "x");

        Assert.Null(_tokens.Read("other", token));
        Assert.Null(new PageTokens("another secret, of 32 characters"u8.ToArray()).Read("q", token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("'; DROP TABLE")]
    public void Read_NoToken_GivesNull(string token)
    {
        Assert.Null(_tokens.Read("q", token));
    }
}
