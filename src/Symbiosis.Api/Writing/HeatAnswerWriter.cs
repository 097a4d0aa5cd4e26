using Google.Protobuf;
using Symbiosis.Api.Errors;
using Symbiosis.Domain.Validation;
using Symbiosis.Pinch.Drawing;
using Symbiosis.Pinch.Questions;

namespace Symbiosis.Api.Writing;

/// <summary>The only way from a <see cref="HeatAnswer"/> to a message or JSON.</summary>
public static class HeatAnswerWriter
{
    // A script that reads the pinches should find an empty list where there are none.
    private static readonly JsonFormatter s_indented =
        new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true).WithFormatDefaultValues(true).WithIndentation("  "));

    /// <summary>The answer as a message.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="warnings">Faults of the input that did not forbid it.</param>
    public static V1.TargetResponse Write(HeatAnswer answer, IEnumerable<Violation> warnings)
    {
        var question = answer.Question;
        var message = new V1.TargetResponse { Id = question.Id, Name = question.Name };
        for (var i = 0; i < answer.Plants.Count; i++)
            message.Plants.Add(PlantTargetsMapping.Write(answer.Plants[i], question, answer.OverTime?.Plants[i]));
        if (answer.Site is not null) message.Site = SiteTargetsMapping.Write(answer.Site, question, answer.OverTime);
        if (question.Wants(HeatParts.Charts)) message.Charts.AddRange(Charts(answer));
        message.Warnings.AddRange(warnings.Select(RichErrors.Write));
        return message;
    }

    /// <summary>The message as indented protobuf JSON with the schema's snake_case names; empty lists are written.</summary>
    public static string WriteJson(V1.TargetResponse message) => s_indented.Format(message);

    private static IEnumerable<V1.HeatChart> Charts(HeatAnswer answer)
    {
        var words = answer.Question.Words;
        var plants = answer.Plants.SelectMany(plant => HeatCharts.OfPlant(plant, words).Select(chart => Write(chart, plant.Problem.Id)));
        return answer.Site is not { } site
            ? plants
            : [.. plants, Write(HeatCharts.OfSite(site, words), ""), .. HeatCharts.OfPlant(site.Integrated, words).Select(chart => Write(chart, ""))];
    }

    private static V1.HeatChart Write(HeatChart chart, string plantId) => new() { PlantId = plantId, Kind = chart.Kind, Title = chart.Title, Svg = chart.ToSvg() };
}
