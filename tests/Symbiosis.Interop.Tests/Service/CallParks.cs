using System.Text.Json.Nodes;
using Google.Protobuf;
using Symbiosis.Api.Reading;
using Symbiosis.Domain.Validation;
using Symbiosis.Interop.Tests.Tools;

namespace Symbiosis.Interop.Tests.Service;

/// <summary>The parks that are sent.</summary>
internal static class CallParks
{
    /// <summary>One of the faults of <see cref="Bad"/>.</summary>
    public const string BadField = "park.plants[0].streams[0].heat_kw";

    private static readonly JsonFormatter Names = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));
    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "parks")).FullName;
    private static readonly Lazy<string> Merged = new(MakeGuixi);
    private static readonly Lazy<string> Broken = new(MakeBad);

    /// <summary>The smallest park with everything in it: proven within a second or two.</summary>
    public static string ThreePlants { get; } = Path.Combine(Places.Root, "data", "parks", "three-plants", "park.json");

    /// <summary>A real cluster of 18 plants, its hourly profiles merged in, about 1.5 MB: proven within a minute.</summary>
    public static string Guixi => Merged.Value;

    /// <summary>Three plants with four faults of different kinds.</summary>
    public static string Bad => Broken.Value;

    /// <summary>Field paths of the faults of <see cref="Bad"/>, as the program finds them without a service.</summary>
    public static IEnumerable<string> BadFields => ParkReader.ReadJson(File.ReadAllBytes(Bad)).Violations
        .Where(violation => violation.Severity == Severity.Error).Select(violation => violation.FieldPath);

    private static string MakeGuixi()
    {
        var park = ParkFile.ReadMessage(Path.Combine(Places.Root, "data", "parks", "guixi-copper", "park.json"));
        return Write("guixi", Names.Format(park.Value));
    }

    private static string MakeBad()
    {
        var park = JsonNode.Parse(File.ReadAllText(ThreePlants))!;
        park["plants"]![0]!["streams"]![0]!["heat_kw"] = -10000;
        park["plants"]![1]!["site_id"] = "nowhere";
        park["corridors"]![2]!["to_node_id"] = "nowhere";
        park["fuels"]![0]!["co2_kg_per_kwh"] = -1;
        return Write("bad", park.ToJsonString());
    }

    private static string Write(string name, string json)
    {
        var path = Path.Combine(Folder, $"{name}.json");
        File.WriteAllText(path, json);
        return path;
    }
}
