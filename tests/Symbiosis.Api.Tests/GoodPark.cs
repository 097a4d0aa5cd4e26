using System.Text;
using System.Text.Json.Nodes;
using Symbiosis.Api.Reading;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Tests;

/// <summary>The park of Parks/good.json, which is free of errors and warnings and has one of everything.</summary>
internal static class GoodPark
{
    public static string Json { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Parks", "good.json"));

    public static V1.Park Message() => ParkReader.ParseJson(Encoding.UTF8.GetBytes(Json)).Value!;

    public static Park Park() => ParkReader.Read(Message()).Value!;

    /// <summary>The JSON after a change, as bytes.</summary>
    public static byte[] With(Action<JsonNode> change)
    {
        var node = JsonNode.Parse(Json)!;
        change(node);
        return Encoding.UTF8.GetBytes(node.ToJsonString());
    }
}
