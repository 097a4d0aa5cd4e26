using System.Text;
using Symbiosis.Cli.Files;
using Symbiosis.Cli.Heat.Rendering;
using Symbiosis.Cli.Heat.Tables;
using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Validation;
using Symbiosis.Pinch;
using Symbiosis.Pinch.Sites;
using Symbiosis.Pinch.Timing;

namespace Symbiosis.Cli.Heat;

/// <summary>One run of <c>heat</c>: read, target, draw, show.</summary>
internal sealed class HeatRun(HeatRequest request, Language language, CliEnvironment environment)
{
    // The park's default too, so that one stream means the same in both kinds of file.
    private const double DefaultApproachK = 10;

    /// <summary>Runs it.</summary>
    /// <exception cref="BadInputException">A file cannot be used.</exception>
    public ExitCode Run()
    {
        var result = request.StreamsPath is { } streams ? OfStreams(streams) : OfPark(request.ParkPath ?? "");
        if (result is null) return ExitCode.BadInput;

        var charts = request.SvgFolder is { } folder ? ChartFiles.Write(folder, result, language) : 0;
        if (request.IsJson)
        {
            environment.Output.WriteLine(HeatJson.Write(result));
            environment.Output.Flush();
        }
        else
        {
            var page = new Page(environment.Width, !environment.IsOutputRedirected);
            HeatReport.AddTo(page, result, language);
            page.WriteTo(environment.Output);
        }

        if (request.SvgFolder is { } drawn) environment.Error.WriteLine(HeatMessages.WroteCharts.In(language, charts, drawn));
        return ExitCode.Ok;
    }

    private HeatResult? OfPark(string path)
    {
        var read = InputFiles.ReadPark(environment.WorkingFolder, path, typicalDayCount: null);
        Tell(read.Violations, read.IsValid, path);
        if (!read.IsValid) return null;

        var park = LocalNames.In(read.Value, language);
        var targets = ParkTargets.Of(park, Options(), request.MinimumApproachK);
        return new HeatResult
        {
            Site = targets.Site,
            OverTime = targets,
            Time = park.Time,
            Plant = Find(targets.Site.Plants, request.PlantId),
        };
    }

    private HeatResult? OfStreams(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var streams = Table(path, text => StreamTable.Read(text, name, request.MinimumApproachK, DefaultApproachK));
        var utilities = request.UtilitiesPath is { } utilitiesPath ? Table(utilitiesPath, UtilityTable.Read) : [];
        if (streams is null || utilities is null) return null;

        var problems = streams.Select(problem => problem with { Utilities = utilities }).ToList();
        var site = SiteTargets.Of(name, name, problems, Options());
        return new HeatResult { Site = site, Plant = Find(site.Plants, request.PlantId) };
    }

    private HeatOptions Options()
    {
        var options = new HeatOptions();
        return request.AmbientCelsius is { } ambient ? options with { AmbientCelsius = ambient } : options;
    }

    private T? Table<T>(string path, Func<string, Validated<T>> read)
        where T : class
    {
        var file = FilePaths.FindFile(environment.WorkingFolder, path);
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file));
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException(HeatMessages.NotUtf8, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(CommandMessages.FileUnreadable, path, fault.Message);
        }

        var table = read(text);
        Tell(table.Violations, table.IsValid, path);
        return table.Value;
    }

    private static int? Find(IReadOnlyList<PlantTargets> plants, string? id)
    {
        if (id is null) return null;
        for (var i = 0; i < plants.Count; i++)
        {
            if (plants[i].Problem.Id == id) return i;
        }

        var ids = plants.Select(plant => plant.Problem.Id).ToList();
        throw NearestName.Find(id, ids) is { } nearest
            ? new BadInputException(HeatMessages.PlantUnknownNearest, id, nearest)
            : new BadInputException(HeatMessages.PlantUnknown, id, string.Join(", ", ids));
    }

    private void Tell(IReadOnlyList<Violation> violations, bool isValid, string path)
    {
        if (violations.Count == 0) return;
        var page = new Page(environment.Width, !environment.IsErrorRedirected);
        page.Line(isValid ? path : Messages.NotValid.In(language, path));
        ViolationTable.AddTo(page, violations, language);
        page.WriteTo(environment.Error);
    }
}
