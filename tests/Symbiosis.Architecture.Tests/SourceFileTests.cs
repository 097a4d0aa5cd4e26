using System.Text.RegularExpressions;

namespace Symbiosis.Architecture.Tests;

/// <summary>One public type a file, in the namespace of its folder, and no file too long to read.</summary>
public sealed partial class SourceFileTests
{
    private const int MaxLineCount = 400;

    /// <summary>Files that may be longer, each with its reason. Empty is the aim.</summary>
    private static readonly Dictionary<string, string> LongFiles = [];

    [Fact]
    public void Files_All_AreShortEnoughToRead()
    {
        var tooLong = Repository.CodeFiles(".cs", ".ts", ".mjs").Where(file => !LongFiles.ContainsKey(file))
            .Select(file => (Name: file, LineCount: Repository.Lines(file).Length))
            .Where(file => file.LineCount > MaxLineCount)
            .Select(file => $"{file.Name}: {file.LineCount} lines");

        Expect.None(tooLong);
    }

    [Fact]
    public void LongFiles_Exceptions_AreStillNeeded()
    {
        Expect.None(LongFiles.Keys.Where(file => !Repository.Files.Contains(file) || Repository.Lines(file).Length <= MaxLineCount));
    }

    [Fact]
    public void PublicTypes_All_HaveAFileOfTheirName()
    {
        var faults = new List<string>();
        foreach (var file in Repository.CodeFiles(".cs"))
        {
            // A partial type may have several files, Type.Part.cs; a generic type may stand beside the plain one of its name in TypeOfT.cs.
            var names = Repository.Lines(file).Select(line => PublicType().Match(line)).Where(match => match.Success)
                .Select(match => match.Groups["name"].Value).Distinct().ToList();
            if (names.Count > 1 || names.Any(name => name != StemOf(file) && $"{name}OfT" != StemOf(file)))
                faults.Add($"{file}: {string.Join(", ", names)}");
        }

        Expect.None(faults);
    }

    [Fact]
    public void Namespaces_All_FollowTheFolders()
    {
        var faults = new List<string>();
        foreach (var file in Repository.CodeFiles(".cs"))
        {
            var given = Repository.Lines(file).Select(line => FileNamespace().Match(line)).FirstOrDefault(match => match.Success)?.Groups["name"].Value;
            if (given is not null && !NamespacesOf(file).Contains(given))
                faults.Add($"{file}: {given}");
        }

        Expect.None(faults);
    }

    private static string StemOf(string file) => Path.GetFileName(file).Split('.')[0];

    // Symbiosis.Grpc stands in for the official packages and bears their names; extensions of the framework's types live where those packages have them.
    private static IEnumerable<string> NamespacesOf(string file)
    {
        var folders = string.Join('.', Path.GetDirectoryName(file)!.Split('/').Skip(1));
        return file.StartsWith("src/Symbiosis.Grpc/", StringComparison.Ordinal)
            ? [folders["Symbiosis.".Length..], "Microsoft.AspNetCore.Builder", "Microsoft.Extensions.DependencyInjection"]
            : [folders];
    }

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|interface|enum|record struct|record class|record|struct|delegate [\w<>\[\]?., ]+?) (?<name>\w+)")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);")]
    private static partial Regex FileNamespace();
}
