using Symbiosis.Cli.Files;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Heat.Rendering;

/// <summary>Writes the curves into a folder, a file each: <c>PLANT-composite.svg</c>, <c>site-profiles.svg</c>.</summary>
internal static class ChartFiles
{
    /// <summary>Writes them, creating the folder where it is missing.</summary>
    /// <returns>Number of files.</returns>
    /// <exception cref="BadInputException">The folder cannot be created.</exception>
    public static int Write(string folder, V1.TargetResponse answer)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(CommandMessages.CannotWrite, folder, fault.Message);
        }

        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var chart in answer.Charts)
        {
            var stem = $"{Plain(chart.PlantId.Length > 0 ? chart.PlantId : "site")}-{chart.Kind}";
            var name = stem;
            for (var i = 2; !used.Add(name); i++) name = $"{stem}-{i}";
            OutputFile.Write(Path.Combine(folder, name + ".svg"), writer => writer.Write(chart.Svg));
        }

        return answer.Charts.Count;
    }

    // Names of plants in a table are free texts.
    private static string Plain(string id) => string.Concat(id.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-')).Trim('-', '.') is { Length: > 0 } plain ? plain : "plant";
}
