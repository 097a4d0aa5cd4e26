using System.Text.Json.Nodes;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>A call as a JSON request, in a file for clients that read it from one.</summary>
internal sealed class JsonRequest : IDisposable
{
    public JsonRequest(ServiceCall call)
    {
        var options = new JsonObject();
        if (call.Gap is { } gap) options["gap"] = gap;
        if (call.TimeLimit is { } limit) options["time_limit_seconds"] = limit.TotalSeconds;
        var request = new JsonObject { ["park"] = JsonNode.Parse(File.ReadAllText(call.ParkPath)), ["options"] = options };
        Path = System.IO.Path.GetTempFileName();
        File.WriteAllText(Path, request.ToJsonString());
    }

    /// <summary>The file; it goes with this object.</summary>
    public string Path { get; }

    /// <summary>Whether a line of a client's output is the answer at which it is to be interrupted, told by counting.</summary>
    public static Func<string, bool>? InterruptAt(ServiceCall call)
    {
        if (call.CancelAfter is not { } wanted) return null;
        var heard = 0;
        return line => line.Contains("progress", StringComparison.Ordinal) && Interlocked.Increment(ref heard) == wanted;
    }

    public void Dispose() => File.Delete(Path);
}
