using System.Globalization;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>
/// Fills profiles without values from a CSV: a header of profile ids, then one line an hour, numbers with a decimal point,
/// cells separated by commas. Columns that no profile asks for (an hour, a date) are passed over.
/// </summary>
public static class ProfileCsv
{
    private const string PathOfFile = ParkReader.Root + ".profiles_csv";

    /// <summary>A copy of the park with its empty profiles filled and <c>profiles_csv</c> cleared; the given park is left as it is.</summary>
    /// <param name="park">A parsed park.</param>
    /// <param name="csv">The file's text. Its first line is line 1.</param>
    public static Validated<V1.Park> Merge(V1.Park park, string csv)
    {
        var merged = park.Clone();
        var violations = new ViolationList();
        var lines = csv.AsSpan().TrimStart('\uFEFF').EnumerateLines();
        if (!lines.MoveNext() || lines.Current.IsWhiteSpace())
        {
            violations.Error(PathOfFile, ViolationCodes.CsvMalformed, "The first line must hold the profiles' ids, separated by commas.", park.ProfilesCsv);
            return Validated<V1.Park>.Create(null, violations.Violations);
        }

        var columns = Columns(merged, lines.Current, violations);
        var lineNumber = 1;
        while (lines.MoveNext() && !violations.IsFull)
        {
            lineNumber++;
            if (!lines.Current.IsWhiteSpace()) ReadLine(lines.Current, lineNumber, columns, violations);
        }

        merged.ProfilesCsv = "";
        return Validated<V1.Park>.Create(merged, violations.Violations);
    }

    private static Column[] Columns(V1.Park park, ReadOnlySpan<char> header, ViolationList violations)
    {
        var columns = new List<Column>();
        foreach (var range in header.Split(','))
            columns.Add(new Column(header[range].Trim().Trim('"').ToString()));

        for (var i = 0; i < park.Profiles.Count; i++)
        {
            var profile = park.Profiles[i];
            if (profile.Values.Count > 0) continue;
            var path = $"{ParkReader.Root}.profiles[{i}].values";
            var matches = columns.Where(column => column.Id == profile.Id).ToList();
            if (matches.Count == 0)
            {
                var question = NearestName.Question(profile.Id, columns.Select(column => column.Id));
                violations.Error(path, ViolationCodes.CsvMissingColumn, $"The profile has no values, and the CSV has no column '{profile.Id}'.{question}", profile.Id);
                continue;
            }

            if (matches.Count > 1) violations.Error(path, ViolationCodes.DuplicateId, $"The CSV has {matches.Count} columns '{profile.Id}'.", profile.Id);
            matches[0].Profile = profile;
            matches[0].Path = path;
        }

        return [.. columns];
    }

    private static void ReadLine(ReadOnlySpan<char> line, int lineNumber, Column[] columns, ViolationList violations)
    {
        var count = 0;
        foreach (var range in line.Split(','))
        {
            if (count < columns.Length && columns[count].Profile is { } profile)
                ReadCell(line[range].Trim().Trim('"'), lineNumber, count, columns[count].Path, profile, violations);
            count++;
        }

        if (count == columns.Length) return;
        violations.Error(PathOfFile, ViolationCodes.CsvUnequalLength, $"Line {lineNumber} has {count} cells, the header {columns.Length}.", $"{count}");
    }

    private static void ReadCell(ReadOnlySpan<char> cell, int lineNumber, int index, string path, V1.Profile profile, ViolationList violations)
    {
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
        {
            profile.Values.Add(value);
            return;
        }

        var shown = cell.Length > 30 ? cell[..30] : cell;
        var sentence = $"Line {lineNumber}, column {index + 1} ('{profile.Id}') holds '{shown}', which is not a finite number with a decimal point.";
        violations.Error(path, ViolationCodes.CsvNotANumber, sentence, shown.ToString());
    }

    private sealed class Column(string id)
    {
        public string Id => id;

        public string Path { get; set; } = "";

        public V1.Profile? Profile { get; set; }
    }
}
