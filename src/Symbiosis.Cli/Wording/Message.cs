using System.Globalization;

namespace Symbiosis.Cli.Wording;

/// <summary>A text in every language, with places <c>{0}</c>, <c>{1}</c> for values.</summary>
/// <param name="English">English text.</param>
/// <param name="Chinese">Chinese text with the same places.</param>
internal sealed record Message(string English, string Chinese)
{
    /// <summary>The text as it stands.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>The text with its places filled.</summary>
    public string In(Language language, params object[] values) =>
        values.Length == 0 ? In(language) : string.Format(CultureInfo.InvariantCulture, In(language), values);
}
