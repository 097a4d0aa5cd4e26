using Symbiosis.Api.Reading;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Benchmarks;

/// <summary>The parks in data/parks.</summary>
internal static class BenchmarkParks
{
    /// <summary>Names of all parks, in order.</summary>
    public static IReadOnlyList<string> Names =>
        [.. Directory.GetDirectories(Folder).Where(folder => File.Exists(Path.Combine(folder, "park.json"))).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    private static string Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Symbiosis.sln")))
                    return Path.Combine(folder.FullName, "data", "parks");
            }

            throw new DirectoryNotFoundException("The benchmark runs from a build inside the repository: no Symbiosis.sln above it.");
        }
    }

    /// <summary>Reads a park.</summary>
    /// <param name="name">Folder in data/parks.</param>
    /// <param name="dayCount">Typical days in place of the park's; null: the park's.</param>
    /// <exception cref="InvalidDataException">The park is not valid.</exception>
    public static Park Read(string name, int? dayCount = null)
    {
        var read = ParkFile.Read(Path.Combine(Folder, name, "park.json"));
        if (!read.IsValid)
            throw new InvalidDataException($"{name}: {read.Violations[0].FieldPath}: {read.Violations[0].Sentence}");

        var park = read.Value;
        if (dayCount is not { } count)
            return park;
        if (park.Time.TypicalDays is not { } days)
            throw new InvalidDataException($"{name} has no typical days to replace.");

        // As in the park's own scenario: with more days, two of them may stand for peaks.
        return park with { Time = park.Time with { TypicalDays = days with { Count = count, PeakDays = count >= 8 ? 2 : null } } };
    }
}
