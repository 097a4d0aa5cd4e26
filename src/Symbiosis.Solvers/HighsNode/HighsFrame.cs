using System.Runtime.InteropServices;
using System.Text.Json;

namespace Symbiosis.Solvers.HighsNode;

/// <summary>One message of the engine: a JSON header and named arrays.</summary>
internal sealed class HighsFrame(JsonElement header, IReadOnlyDictionary<string, byte[]> arrays)
{
    public string Type { get; } = header.GetProperty("type").GetString() ?? "";

    /// <summary>The request it answers; 0 when it answers none.</summary>
    public int Id { get; } = header.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number ? id.GetInt32() : 0;

    public string Text(string name) => header.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    public double? Number(string name) => header.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public double[]? Doubles(string name) =>
        arrays.TryGetValue(name, out var bytes) ? MemoryMarshal.Cast<byte, double>(bytes).ToArray() : null;

    public int[]? Integers(string name) =>
        arrays.TryGetValue(name, out var bytes) ? MemoryMarshal.Cast<byte, int>(bytes).ToArray() : null;
}
