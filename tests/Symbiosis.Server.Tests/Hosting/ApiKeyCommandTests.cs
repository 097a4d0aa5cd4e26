using Symbiosis.Server.Hosting;
using Symbiosis.Server.Security;

namespace Symbiosis.Server.Tests.Hosting;

public sealed class ApiKeyCommandTests
{
    [Fact]
    public void Run_New_ShowsTheKeyOnceAndItsEntry()
    {
        var (code, output, error) = Run("new", "--tenant", "acme", "--scopes", "optimize,catalog.read", "--expires", "2999-01-01");

        Assert.Equal(ExitCode.Ok, code);
        var key = output.Trim();
        Assert.Contains(ApiKey.Hash(key), error, StringComparison.Ordinal);
        Assert.DoesNotContain(key, error, StringComparison.Ordinal);
        Assert.Contains("\"tenant\": \"acme\"", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new")]
    [InlineData("old")]
    [InlineData("new", "--tenant", "acme")]
    [InlineData("new", "--tenant", "acme", "--scopes", "everything")]
    [InlineData("new", "--tenant", "acme", "--scopes", "optimize", "--expires", "2001-01-01")]
    [InlineData("new", "--tenant", "acme", "--scopes", "optimize", "--colour", "red")]
    public void Run_BadWords_ExplainsAndMakesNothing(params string[] words)
    {
        var (code, output, error) = Run(words);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Empty(output);
        Assert.NotEmpty(error);
    }

    private static (ExitCode Code, string Output, string Error) Run(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (ApiKeyCommand.Run(words, output, error, TimeProvider.System), output.ToString(), error.ToString());
    }
}
