using Grpc.Core;

namespace Symbiosis.Grpc.Tests;

public sealed class MetadataTests
{
    [Fact]
    public void Add_UpperCaseKey_IsKeptInLowerCase()
    {
        var metadata = new Metadata { { "X-Tenant", "a" } };

        Assert.Equal("x-tenant", metadata[0].Key);
    }

    [Fact]
    public void Get_DuplicateKey_GivesTheLast()
    {
        var metadata = new Metadata { { "k", "1" }, { "k", "2" } };

        Assert.Equal("2", metadata.GetValue("k"));
        Assert.Equal(["1", "2"], metadata.GetAll("k").Select(entry => entry.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("umlaut-ä")]
    [InlineData("a:b")]
    public void Entry_InvalidKey_Throws(string key)
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry(key, "value"));
    }

    [Fact]
    public void Entry_KindOfValueAgainstKey_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("k-bin", "text"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("k", [1]));
    }

    [Fact]
    public void Add_ToEmpty_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("k", "v"));
    }
}
