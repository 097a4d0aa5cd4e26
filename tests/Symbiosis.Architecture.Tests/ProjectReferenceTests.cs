using System.Xml.Linq;

namespace Symbiosis.Architecture.Tests;

/// <summary>Which room may refer to which. The table is the design's; see section 2 there.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly string[] Rooms =
        ["Domain", "Pinch", "Milp", "Solvers", "Planning", "Studies", "Grpc", "Api", "Server", "Cli"];

    private static readonly Dictionary<string, string[]> Permitted = new()
    {
        ["Domain"] = [],
        ["Pinch"] = ["Domain"],
        ["Milp"] = [],
        ["Solvers"] = ["Milp"],
        ["Planning"] = ["Domain", "Pinch", "Milp"],
        ["Studies"] = ["Domain", "Planning", "Milp"],
        ["Grpc"] = [],
        ["Api"] = ["Domain", "Pinch", "Grpc"],
        ["Server"] = [.. Rooms.Except(["Server"])],
        ["Cli"] = [.. Rooms.Except(["Cli", "Studies", "Server"])],
    };

    public static TheoryData<string> Projects => [.. Repository.Files.Where(IsProject)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_OfAProject_ArePermitted(string project)
    {
        var references = XDocument.Load(Repository.FullPath(project)).Descendants("ProjectReference")
            .Select(reference => RoomOf(reference.Attribute("Include")!.Value));

        var forbidden = references.Except(Permitted.GetValueOrDefault(RoomOf(project)) ?? []);

        Expect.None(forbidden);
    }

    [Fact]
    public void Projects_All_StandInTheTable()
    {
        Expect.None(Repository.Files.Where(IsProject).Select(RoomOf).Except(Permitted.Keys));
    }

    [Fact]
    public void Projects_UnderSrcAndTests_AreInTheSolution()
    {
        var solution = File.ReadAllText(Repository.FullPath("Symbiosis.sln"));

        var absent = Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => !solution.Contains(file.Replace('/', '\\'), StringComparison.Ordinal));

        Expect.None(absent);
    }

    private static bool IsProject(string file) =>
        file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal);

    private static string RoomOf(string path) =>
        Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace("Symbiosis.", "", StringComparison.Ordinal);
}
