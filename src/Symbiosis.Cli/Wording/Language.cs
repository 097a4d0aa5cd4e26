namespace Symbiosis.Cli.Wording;

/// <summary>A language the program speaks.</summary>
internal enum Language
{
    /// <summary>English, <c>en</c>.</summary>
    English,

    /// <summary>Simplified Chinese, <c>zh</c>.</summary>
    Chinese,
}
