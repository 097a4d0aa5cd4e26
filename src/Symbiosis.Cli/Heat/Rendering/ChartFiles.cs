using Symbiosis.Cli.Files;
using Symbiosis.Cli.Wording;
using Symbiosis.Pinch.Drawing;

namespace Symbiosis.Cli.Heat.Rendering;

/// <summary>Writes the curves into a folder, a file each: <c>PLANT-composite.svg</c>, <c>site-profiles.svg</c>.</summary>
internal static class ChartFiles
{
    /// <summary>Writes them, creating the folder where it is missing.</summary>
    /// <returns>Number of files.</returns>
    /// <exception cref="BadInputException">The folder cannot be created.</exception>
    public static int Write(string folder, HeatResult result, Language language)
    {
        var words = HeatMessages.ChartWords(language);
        var charts = result.Shown.SelectMany(plant => HeatCharts.OfPlant(result.Site.Plants[plant], words).Select(chart => (Prefix: result.Site.Plants[plant].Problem.Id, chart))).ToList();
        if (result.ShowsSite)
        {
            charts.Add(("site", HeatCharts.OfSite(result.Site, words)));
            charts.AddRange(HeatCharts.OfPlant(result.Site.Integrated, words).Select(chart => ("site", chart)));
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(CommandMessages.CannotWrite, folder, fault.Message);
        }

        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (prefix, chart) in charts)
        {
            var stem = $"{Plain(prefix)}-{chart.Kind}";
            var name = stem;
            for (var i = 2; !used.Add(name); i++) name = $"{stem}-{i}";
            OutputFile.Write(Path.Combine(folder, name + ".svg"), writer => writer.Write(chart.ToSvg()));
        }

        return charts.Count;
    }

    // Names of plants in a table are free texts.
    private static string Plain(string id) => string.Concat(id.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-')).Trim('-', '.') is { Length: > 0 } plain ? plain : "plant";
}
