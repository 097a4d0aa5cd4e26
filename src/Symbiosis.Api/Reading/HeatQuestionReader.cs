using Symbiosis.Domain.Validation;
using Symbiosis.Pinch;
using Symbiosis.Pinch.Drawing;
using Symbiosis.Pinch.Questions;

namespace Symbiosis.Api.Reading;

/// <summary>The only way from a request of HeatService to a <see cref="HeatQuestion"/>. All faults are told together, by the paths of the request's fields.</summary>
public static class HeatQuestionReader
{
    private const string OptionsRoot = "options";
    private const string Chinese = "zh";
    private const int MaxApproachCount = 100;
    private const int MaxNamedCount = 10;

    /// <summary>The question.</summary>
    public static Validated<HeatQuestion> Read(V1.TargetRequest request)
    {
        var violations = new List<Violation>(request.Options is null ? [] : CheckOptions(request.Options));
        var question = request.SubjectCase switch
        {
            V1.TargetRequest.SubjectOneofCase.Park => OfPark(request.Park, request, violations),
            V1.TargetRequest.SubjectOneofCase.Table => OfTable(request.Table, request, violations),
            _ => Nothing(violations),
        };
        return Validated<HeatQuestion>.Create(question is null ? null : WithOptions(question, request), violations);
    }

    private static HeatQuestion? Nothing(List<Violation> violations)
    {
        violations.Add(new Violation("park", ViolationCodes.Required, "Give a park, or a table of streams.", ""));
        return null;
    }

    private static HeatQuestion? OfPark(V1.Park message, V1.TargetRequest request, List<Violation> violations)
    {
        var read = ParkReader.Read(message);
        violations.AddRange(read.Violations);
        CheckPlants(request, [.. message.Plants.Select(plant => plant.Id)], violations);
        if (read.Value is not { } park) return null;

        if (request.Options?.Language == Chinese) park = ChineseNames.In(park);
        return new HeatQuestion { Id = park.Id, Name = park.Name ?? park.Id, Park = park };
    }

    private static HeatQuestion? OfTable(V1.HeatTable message, V1.TargetRequest request, List<Violation> violations)
    {
        var read = HeatTableReader.Read(message, request.Options?.HasMinApproachK == true);
        violations.AddRange(read.Violations);
        CheckPlants(request, [.. message.Streams.Select(stream => HeatTableReader.PlantOf(stream, message)).Distinct()], violations);
        if (read.Value is not { } problems) return null;

        var name = HeatTableReader.NameOf(message);
        return new HeatQuestion { Id = name, Name = name, Problems = problems };
    }

    private static void CheckPlants(V1.TargetRequest request, List<string> known, List<Violation> violations)
    {
        for (var i = 0; i < request.PlantIds.Count; i++)
        {
            var id = request.PlantIds[i];
            if (known.Contains(id)) continue;
            var hint = NearestName.Question(id, known) is { Length: > 0 } question ? question : $" Plants: {string.Join(", ", known.Take(MaxNamedCount))}{(known.Count > MaxNamedCount ? ", ..." : "")}.";
            violations.Add(new Violation($"plant_ids[{i}]", ViolationCodes.UnknownId, $"There is no plant '{id}'.{hint}", id));
        }
    }

    private static IEnumerable<Violation> CheckOptions(V1.TargetOptions options)
    {
        foreach (var violation in ProtoRules.Check(options, OptionsRoot))
            yield return violation;
        if (options.AddedApproachesK.Count > MaxApproachCount)
        {
            yield return new Violation(
                $"{OptionsRoot}.added_approaches_k", ViolationCodes.OutOfRange, $"At most {MaxApproachCount} changes are answered at a time.", $"{options.AddedApproachesK.Count}");
        }

        if (options.Language is not ("" or "en" or Chinese))
            yield return new Violation($"{OptionsRoot}.language", ViolationCodes.UnknownEnumValue, "Languages are en and zh.", options.Language);
    }

    private static HeatQuestion WithOptions(HeatQuestion question, V1.TargetRequest request)
    {
        var wishes = request.Options ?? new V1.TargetOptions();
        var options = new HeatOptions();
        if (wishes.HasAmbientCelsius) options = options with { AmbientCelsius = wishes.AmbientCelsius };
        if (wishes.HasExergyEfficiency) options = options with { ExergyEfficiency = wishes.ExergyEfficiency };
        if (wishes.AddedApproachesK.Count > 0) options = options with { AddedApproachesK = [.. wishes.AddedApproachesK] };
        return question with
        {
            PlantIds = [.. request.PlantIds],
            MinimumApproachK = wishes.HasMinApproachK ? wishes.MinApproachK : null,
            Options = options,
            Parts = wishes.Parts.Count == 0 ? HeatParts.Usual : wishes.Parts.Aggregate(HeatParts.None, (parts, part) => parts | PartOf(part)),
            Words = wishes.Language == Chinese ? ChartWords.Chinese : ChartWords.English,
        };
    }

    private static HeatParts PartOf(V1.TargetPart part) => part switch
    {
        V1.TargetPart.Curves => HeatParts.Curves,
        V1.TargetPart.Exergy => HeatParts.Exergy,
        V1.TargetPart.Sensitivity => HeatParts.Sensitivity,
        V1.TargetPart.Site => HeatParts.Site,
        V1.TargetPart.Time => HeatParts.Time,
        V1.TargetPart.Periods => HeatParts.Time | HeatParts.Periods,
        V1.TargetPart.Charts => HeatParts.Charts,
        _ => HeatParts.None,
    };
}
