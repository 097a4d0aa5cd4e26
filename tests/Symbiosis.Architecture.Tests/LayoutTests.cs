using System.Text.RegularExpressions;

namespace Symbiosis.Architecture.Tests;

/// <summary>What lies where, and what no file may say.</summary>
public sealed partial class LayoutTests
{
    private static readonly string[] TopLevel = ["src", "protos", "tests", "data", "Symbiosis.sln", "README.md"];

    private static readonly string[] DotNetConfiguration =
        ["BannedSymbols.txt", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "nuget.config"];

    [Fact]
    public void TopLevel_HoldsOnlyWhatIsAgreed()
    {
        var names = Repository.Files.Select(file => file.Split('/')[0]).Distinct().Where(name => !name.StartsWith('.'));

        Expect.None(names.Except(TopLevel).Except(DotNetConfiguration));
    }

    [Fact]
    public void Files_All_NameNoFolderOfOneMachine()
    {
        Expect.None(Repository.Files.SelectMany(file => Hits(file, MachinePath())));
    }

    [Fact]
    public void Files_All_NameNoPackageRegistry()
    {
        Expect.None(Repository.Files.SelectMany(file => Hits(file, RegistryHost())));
    }

    [Fact]
    public void Projects_All_HaveAReadme()
    {
        var projects = Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal)).Select(file => file.Split('/')[1]).Distinct();

        Expect.None(projects.Where(project => !File.Exists(Repository.FullPath($"src/{project}/README.md"))));
    }

    [Theory]
    [InlineData("see /home" + "/someone/park.json", true)]
    [InlineData("\"/root" + "/.cache\"", true)]
    [InlineData("C:\\Users" + "\\someone", true)]
    [InlineData("https://example.org/home" + "/page", false)]
    [InlineData("tests/work" + "/data", false)]
    public void MachinePath_Text_IsToldFromAnAddress(string text, bool isMachinePath)
    {
        Assert.Equal(isMachinePath, MachinePath().IsMatch(text));
    }

    private static IEnumerable<string> Hits(string file, Regex pattern)
    {
        var lines = Repository.TextOrNull(file)?.Split('\n') ?? [];
        return lines.Index().Where(line => pattern.IsMatch(line.Item)).Select(line => $"{file}:{line.Index + 1}: {line.Item.Trim()}");
    }

    [GeneratedRegex(@"(?<![\w.\-~/$}])/(home|root|work|Users)/|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"registry[.]npm|registry[.]yarnpkg|api[.]nuget[.]|files[.]pythonhosted|pypi[.](org|python)|artifactor[y]|/nexu[s]/", RegexOptions.IgnoreCase)]
    private static partial Regex RegistryHost();
}
