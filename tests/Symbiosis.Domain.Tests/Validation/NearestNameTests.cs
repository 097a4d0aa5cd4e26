using Symbiosis.Domain.Validation;

namespace Symbiosis.Domain.Tests.Validation;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("smeltr", "smelter")]
    [InlineData("Smelter", "smelter")]
    [InlineData("cemnet", "cement")]
    [InlineData("refinery", null)]
    [InlineData("", null)]
    public void Find_Name_GivesTheOneThatWasMeant(string name, string? expected)
    {
        Assert.Equal(expected, NearestName.Find(name, ["cement", "smelter"]));
    }

    [Fact]
    public void Find_VeryLongName_FindsNothing()
    {
        Assert.Null(NearestName.Find(new string('a', 1000), ["aaa"]));
    }
}
