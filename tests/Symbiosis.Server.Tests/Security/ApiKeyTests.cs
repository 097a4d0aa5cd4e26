using Symbiosis.Server.Security;

namespace Symbiosis.Server.Tests.Security;

public sealed class ApiKeyTests
{
    [Fact]
    public void Create_Key_IsLongAndStandsNowhereInItsEntry()
    {
        var (text, entry) = ApiKey.Create("acme", [Scopes.Optimize], null);

        Assert.StartsWith("sym_", text, StringComparison.Ordinal);
        Assert.Equal(entry.Id, ApiKey.IdOf(text));
        Assert.True(text.Length - entry.Id.Length >= 43 + 5, text);
        Assert.DoesNotContain(text.Split('_', 3)[2], ApiKeyBook.Write(entry), StringComparison.Ordinal);
        Assert.Equal(ApiKey.Hash(text), entry.Sha256);
    }

    [Fact]
    public void Create_Twice_GivesDifferentKeys()
    {
        Assert.NotEqual(ApiKey.Create("a", [], null).Text, ApiKey.Create("a", [], null).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sym_")]
    [InlineData("sym_0123456789ab-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public void IdOf_NoKey_GivesNull(string text)
    {
        Assert.Null(ApiKey.IdOf(text));
    }
}
