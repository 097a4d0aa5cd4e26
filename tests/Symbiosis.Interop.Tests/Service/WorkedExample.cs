using System.Text.RegularExpressions;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>A block of code under the heading "Worked example" of the integrators' README.</summary>
/// <param name="Language">bash, python or js.</param>
/// <param name="Code">The code.</param>
internal sealed partial record WorkedExample(string Language, string Code)
{
    /// <summary>All blocks, in order.</summary>
    public static IReadOnlyList<WorkedExample> ReadAll()
    {
        var text = File.ReadAllText(Path.Combine(Places.Protos, "README.md"));
        var chapter = Chapter().Match(text);
        Assert.True(chapter.Success, "protos/README.md has no chapter 'Worked example'.");
        return [.. Block().Matches(chapter.Value).Select(block => new WorkedExample(block.Groups["language"].Value, block.Groups["code"].Value))];
    }

    [GeneratedRegex(@"^## Worked example$.*?(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
