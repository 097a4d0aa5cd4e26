using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>Answers and errors as JSON, as curl and buf print them.</summary>
internal static class JsonAnswers
{
    /// <summary>Splits a text of JSON values that follow each other, on lines or across them. A last value that was cut off is left out.</summary>
    public static List<JsonObject> Split(string text)
    {
        var values = new List<JsonObject>();
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowMultipleValues = true });
        try
        {
            while (reader.Read()) values.Add(JsonNode.Parse(ref reader)!.AsObject());
        }
        catch (JsonException) when (values.Count > 0)
        {
            // The client was interrupted while it wrote.
        }

        return values;
    }

    /// <summary>What came, with a status of its own.</summary>
    public static ServiceOutcome ToOutcome(IReadOnlyList<JsonObject> answers, string code, string? message = null, IEnumerable<JsonNode?>? details = null)
    {
        var progress = answers.Select(answer => answer["progress"]).OfType<JsonNode>().ToList();
        var plan = answers.Select(answer => answer["plan"]).FirstOrDefault(node => node is not null);
        var known = details?.OfType<JsonNode>().ToList() ?? [];
        var faults = known.SelectMany(detail => Get(detail, "field_violations")?.AsArray() ?? []).Select(fault => new FieldFault((string)fault!["field"]!, (string)fault["description"]!));
        return new ServiceOutcome(
            code, message, progress.Count, [.. progress.Select(node => (string?)node["stage"] ?? "").Distinct()],
            plan is null ? null : new PlanGist((string)plan["outcome"]!, (string?)Get(plan["summary"], "saving_cny"), plan["couplings"]?.AsArray().Count ?? 0),
            [.. faults], known.Select(detail => (string?)detail["reason"]).FirstOrDefault(reason => reason is not null));
    }

    /// <summary>A field by the schema's name or by its JSON name: buf prints the latter.</summary>
    private static JsonNode? Get(JsonNode? node, string name) =>
        node?[name] ?? node?[string.Concat(name.Split('_').Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]))];
}
