namespace Symbiosis.Domain.Validation;

/// <summary>Finds the name that was probably meant.</summary>
public static class NearestName
{
    // Longer inputs are no slips of the finger, and the comparison is quadratic.
    private const int MaxLength = 64;

    /// <summary>The candidate with the fewest differing letters, or null where all differ in more than a third of their letters.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > MaxLength) return null;
        string? best = null;
        var bestDistance = Math.Max(2, name.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (candidate.Length > MaxLength || Math.Abs(candidate.Length - name.Length) >= bestDistance) continue;
            var distance = Distance(name, candidate);
            if (distance >= bestDistance || distance >= candidate.Length) continue;
            bestDistance = distance;
            best = candidate;
        }

        return best;
    }

    /// <summary>" Did you mean 'x'?" or nothing.</summary>
    public static string Question(string name, IEnumerable<string> candidates) =>
        Find(name, candidates) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    // Edit distance (Levenshtein 1966) with one row.
    private static int Distance(string one, string other)
    {
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= other.Length; j++) row[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]);
                var cost = Math.Min(diagonal + (same ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1);
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[other.Length];
    }
}
