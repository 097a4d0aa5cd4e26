using System.Text.Json;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>What a foreign client got. The clients' programs print it as JSON with snake_case names.</summary>
/// <param name="Code">Name of the gRPC status, for example INVALID_ARGUMENT.</param>
/// <param name="Message">Its message.</param>
/// <param name="Progress">How many answers told of progress.</param>
/// <param name="Stages">Stages that they told of, each once.</param>
/// <param name="Plan">The plan; null: none came.</param>
/// <param name="Violations">Faults of the park.</param>
/// <param name="Reason">Reason code of the first.</param>
public sealed record ServiceOutcome(
    string Code, string? Message, int Progress, IReadOnlyList<string>? Stages, PlanGist? Plan, IReadOnlyList<FieldFault>? Violations, string? Reason)
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads the last line of a client's output.</summary>
    public static ServiceOutcome Parse(string output) =>
        JsonSerializer.Deserialize<ServiceOutcome>(output.TrimEnd().Split('\n')[^1], Names) ?? throw new FormatException("The client printed null.");
}
