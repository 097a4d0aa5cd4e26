using Symbiosis.Api.Reading;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Files;

/// <summary>Finds and reads the catalogue.</summary>
internal static class CatalogueFiles
{
    private static readonly string InRepository = Path.Combine("data", "catalogue");
    private const string BesideProgram = "catalogue";

    /// <summary>All files of the catalogue, by kind: of the working folder or the nearest folder above it that has one, else those that came with the program.</summary>
    /// <exception cref="BadInputException">A file of the catalogue is broken, or the catalogue is missing.</exception>
    public static IReadOnlyList<Catalogue> Read(CliEnvironment environment)
    {
        var files = Directory.GetFiles(FindFolder(environment), "*.json").Order(StringComparer.Ordinal).ToList();
        return [.. files.Select(ReadFile)];
    }

    private static string FindFolder(CliEnvironment environment)
    {
        for (var folder = new DirectoryInfo(environment.WorkingFolder); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, InRepository);
            if (HasFiles(candidate))
                return candidate;
        }

        var own = Path.Combine(environment.ProgramFolder, BesideProgram);
        return HasFiles(own) ? own : throw new BadInputException(CommandMessages.CatalogueMissing, own);
    }

    private static bool HasFiles(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.json").Any();

    private static Catalogue ReadFile(string file)
    {
        var read = CatalogueReader.ReadJson(File.ReadAllBytes(file));
        if (read.IsValid)
            return read.Value;

        var first = read.Violations[0];
        var count = read.Violations.Count(violation => violation.Severity == Severity.Error);
        throw new BadInputException(CommandMessages.CatalogueBroken, file, count, first.FieldPath, first.Sentence);
    }
}
