namespace Symbiosis.Api.Reading;

/// <summary>What an id may look like, so that it can stand in file names, resource names and column names as it is.</summary>
internal static class IdText
{
    public const int MaxLength = 63;

    public const string Rule = "1 to 63 lower-case letters, digits, '-', '_', '.', the first a letter or digit.";

    public static bool IsValid(string id) =>
        id.Length is > 0 and <= MaxLength && IsLetterOrDigit(id[0]) && id.All(c => IsLetterOrDigit(c) || c is '-' or '_' or '.');

    public static string Short(string id) => id.Length <= MaxLength ? id : string.Concat(id.AsSpan(0, MaxLength), "...");

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
