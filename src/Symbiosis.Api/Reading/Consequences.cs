using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>
/// Leaves out what only follows from a fault that is told already: a stream without its target temperature reads as one of
/// 0 deg C, and whatever a check says of it would mislead.
/// </summary>
internal static class Consequences
{
    public static IEnumerable<Violation> Without(IReadOnlyList<Violation> told, IEnumerable<Violation> found, string root)
    {
        var owners = told.Where(violation => violation.Severity == Severity.Error)
            .Select(violation => Owner(violation.FieldPath))
            .Where(owner => owner != root)
            .ToHashSet(StringComparer.Ordinal);
        return owners.Count == 0 ? found : found.Where(violation => !Inside(violation.FieldPath, owners));
    }

    private static bool Inside(string path, HashSet<string> owners)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            if (owners.Contains(path[..end])) return true;
        }

        return false;
    }

    private static string Owner(string path)
    {
        var end = path.LastIndexOf('.');
        return end < 0 ? path : path[..end];
    }
}
