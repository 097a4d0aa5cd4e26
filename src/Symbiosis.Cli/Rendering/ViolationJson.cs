using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Rendering;

/// <summary>Violations for programs.</summary>
internal static class ViolationJson
{
    /// <summary>A list of objects with field_path, code, sentence, value and severity (ERROR or WARNING).</summary>
    public static string Write(IEnumerable<Violation> violations)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var violation in violations)
            {
                json.WriteStartObject();
                json.WriteString("field_path", violation.FieldPath);
                json.WriteString("code", violation.Code);
                json.WriteString("sentence", violation.Sentence);
                json.WriteString("value", violation.Value);
                json.WriteString("severity", violation.Severity == Severity.Error ? "ERROR" : "WARNING");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
