using System.Reflection;
using System.Text.RegularExpressions;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>
/// Every item of the conformance checklist has a test that bears its id (<c>C08_LengthAboveLimit_...</c> is C-8), here or in another test project, or a written
/// reason why not.
/// </summary>
public sealed partial class ChecklistTests
{
    /// <summary>Sections with their number of items.</summary>
    private static readonly Dictionary<char, int> Sections = new()
    {
        ['A'] = 13,
        ['B'] = 11,
        ['C'] = 11,
        ['D'] = 12,
        ['E'] = 9,
        ['F'] = 14,
        ['G'] = 13,
        ['H'] = 7,
        ['I'] = 7,
        ['J'] = 13,
        ['K'] = 9,
        ['L'] = 9,
        ['M'] = 6,
        ['N'] = 10,
        ['Q'] = 15,
    };

    /// <summary>Items that another project's test proves: its folder under tests, and the test's name.</summary>
    private static readonly Dictionary<string, (string Project, string Test)> Elsewhere = new()
    {
        ["F11"] = ("Symbiosis.Server.Tests", "Optimize_QueueFull_IsToldWhenToComeBack"),
        ["F13"] = ("Symbiosis.Server.Tests", "Call_WithoutAValidKey_IsUnauthenticated"),
        ["G08"] = ("Symbiosis.Server.Tests", "TimeLimit_OfCallServerAndDeadline_IsTheLeast"),
        ["K09"] = ("Symbiosis.Server.Tests", "Reflection_Switch_Holds"),
        ["L07"] = ("Symbiosis.Server.Tests", "Health_WithoutCredentials_IsAnswered"),
        ["M05"] = ("Symbiosis.Grpc.Tests", "Q12_GoAway_RunningCallFinishesAndTheNextUsesANewConnection"),
        ["M06"] = ("Symbiosis.Server.Tests", "Certificate_RenewedOnDisk_MeetsTheNextConnection"),
        ["N10"] = ("Symbiosis.Api.Tests", "ReadJson_OneFault_IsToldWithItsPathAndCode"),
    };

    /// <summary>Items without a test, each with its reason.</summary>
    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["A06"] = "h2spec is in no package of Debian, npm or NuGet. HTTP/2 below gRPC is Kestrel's; bare Kestrel's score is 145 of 146.",
        ["M04"] = "Optional: a largest age of connections, for balancers that see only connections. None is planned in front of this service.",
    };

    [Fact]
    public void Items_All_HaveATestOrAReason()
    {
        var proven = TestIds();

        var missing = Items().Where(id => !proven.Contains(id) && !Elsewhere.ContainsKey(id) && !LeftOut.ContainsKey(id));

        Assert.True(!missing.Any(), $"Neither tested nor left out with a reason: {string.Join(", ", missing)}");
    }

    [Fact]
    public void Reasons_All_AreStillNeeded()
    {
        var proven = TestIds();

        var idle = Elsewhere.Keys.Concat(LeftOut.Keys).Where(proven.Contains).Concat(Elsewhere.Keys.Intersect(LeftOut.Keys)).Concat(Elsewhere.Keys.Concat(LeftOut.Keys).Except(Items()));

        Assert.Empty(idle);
    }

    [Fact]
    public void TestsElsewhere_All_Exist()
    {
        foreach (var (id, (project, test)) in Elsewhere)
        {
            var files = Directory.EnumerateFiles(Path.Combine(TestsFolder, project), "*.cs", SearchOption.AllDirectories);
            Assert.True(files.Any(file => Regex.IsMatch(File.ReadAllText(file), $@"\b{test}\(")), $"{id}: {project} has no test {test}.");
        }
    }

    [Fact]
    public void TestIds_All_AreItems()
    {
        Assert.Empty(TestIds().Except(Items()));
    }

    private static string TestsFolder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Symbiosis.sln")))
                    return Path.Combine(folder.FullName, "tests");
            }

            throw new DirectoryNotFoundException("The tests run from a build inside the repository: no Symbiosis.sln above it.");
        }
    }

    private static IEnumerable<string> Items() => Sections.SelectMany(section => Enumerable.Range(1, section.Value).Select(number => $"{section.Key}{number:00}"));

    private static HashSet<string> TestIds() =>
    [
        .. typeof(ChecklistTests).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Where(method => method.GetCustomAttributes().Any(attribute => attribute is FactAttribute))
            .SelectMany(method => TestId().Match(method.Name).Groups["id"].Captures.Select(capture => capture.Value)),
    ];

    /// <summary>A test may prove several items: <c>J02_J03_...</c>.</summary>
    [GeneratedRegex(@"^(?:(?<id>[A-Z]\d\d)_)+")]
    private static partial Regex TestId();
}
