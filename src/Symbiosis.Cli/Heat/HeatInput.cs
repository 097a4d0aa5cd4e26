using System.Text;
using Symbiosis.Api.Reading;
using Symbiosis.Cli.Files;
using Symbiosis.Cli.Heat.Tables;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Heat;

/// <summary>The files that <c>heat</c> reads as the request that a service takes, and the way back of what is wrong with it to file, line and column.</summary>
internal sealed class HeatInput
{
    private readonly HeatRequest request;
    private readonly TableRows<V1.HeatTableStream>? streams;
    private readonly TableRows<V1.HeatTableUtility>? utilities;
    private readonly IReadOnlyList<Violation> parkFaults = [];

    /// <summary>Reads the files.</summary>
    /// <exception cref="BadInputException">A file cannot be read.</exception>
    public HeatInput(HeatRequest request, Language language, string workingFolder)
    {
        this.request = request;
        Message = new V1.TargetRequest { Options = OptionsOf(request, language) };
        if (request.PlantId is { } plant) Message.PlantIds.Add(plant);
        if (request.StreamsPath is not { } streamsPath)
        {
            var park = InputFiles.ReadParkMessage(workingFolder, request.ParkPath ?? "", typicalDayCount: null);
            parkFaults = park.Violations;
            if (park.IsValid) Message.Park = park.Value;
            IsBroken = !park.IsValid;
            return;
        }

        streams = StreamTable.Read(TextOf(workingFolder, streamsPath));
        utilities = request.UtilitiesPath is { } utilitiesPath ? UtilityTable.Read(TextOf(workingFolder, utilitiesPath)) : null;
        Message.Table = new V1.HeatTable { Name = Path.GetFileNameWithoutExtension(streamsPath), Streams = { streams.Rows }, Utilities = { utilities?.Rows ?? [] } };
        IsBroken = streams.IsBroken || utilities?.IsBroken == true;
    }

    /// <summary>The request.</summary>
    public V1.TargetRequest Message { get; }

    /// <summary>The files cannot be read as they are: the request is incomplete and must not be answered.</summary>
    public bool IsBroken { get; }

    /// <summary>All that is wrong, by file.</summary>
    /// <param name="found">What is wrong with the request, by the paths of its fields.</param>
    public IEnumerable<(string Path, IReadOnlyList<Violation> Violations)> Place(IReadOnlyList<Violation> found)
    {
        if (streams is null)
        {
            yield return (request.ParkPath ?? "", [.. parkFaults, .. found]);
            yield break;
        }

        var others = found.Where(violation => !streams.Owns(violation) && utilities?.Owns(violation) != true);
        yield return (request.StreamsPath ?? "", [.. streams.Place(found), .. others]);
        if (utilities is not null) yield return (request.UtilitiesPath ?? "", utilities.Place(found));
    }

    /// <summary>The request's own faults; none where its files are so broken that it says nothing.</summary>
    public Validated<Pinch.Questions.HeatQuestion> Read() => Message.SubjectCase == V1.TargetRequest.SubjectOneofCase.None
        ? Validated<Pinch.Questions.HeatQuestion>.Create(null, [])
        : HeatQuestionReader.Read(Message);

    // Curves are many points, and a page of text has none of them.
    private static V1.TargetOptions OptionsOf(HeatRequest request, Language language)
    {
        var options = new V1.TargetOptions
        {
            Language = language == Language.Chinese ? "zh" : "en",
            Parts = { V1.TargetPart.Exergy, V1.TargetPart.Sensitivity, V1.TargetPart.Site, V1.TargetPart.Time, V1.TargetPart.Periods },
        };
        if (request.IsJson) options.Parts.Add(V1.TargetPart.Curves);
        if (request.SvgFolder is not null) options.Parts.Add(V1.TargetPart.Charts);
        if (request.MinimumApproachK is { } approach) options.MinApproachK = approach;
        if (request.AmbientCelsius is { } ambient) options.AmbientCelsius = ambient;
        return options;
    }

    private static string TextOf(string workingFolder, string path)
    {
        var file = FilePaths.FindFile(workingFolder, path);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file));
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException(HeatMessages.NotUtf8, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(CommandMessages.FileUnreadable, path, fault.Message);
        }
    }
}
