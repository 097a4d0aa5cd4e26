using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Cli.Rendering;

/// <summary>Names for people of a park's things, by id. A thing without a name, or not in the park, is shown by its id.</summary>
internal sealed class ParkNames(Park park, Language language)
{
    private readonly Dictionary<string, string> plants = Index(park.Plants, plant => plant.Id, plant => Pick(language, plant.Name, plant.NameZh));
    private readonly Dictionary<string, string> carriers = Index(park.Carriers, carrier => carrier.Id, carrier => Pick(language, carrier.Name, carrier.NameZh));
    private readonly Dictionary<string, string> materials = Index(park.Materials, material => material.Id, material => Pick(language, material.Name, material.NameZh));
    private readonly Dictionary<string, string> corridors = Index(park.Corridors, corridor => corridor.Id, corridor => corridor.Name);
    private readonly Dictionary<string, string> sizes = Index(park.Sizes, size => size.Id, size => size.Name);
    private readonly Dictionary<string, string> modes = Index(park.TransportModes, mode => mode.Id, mode => mode.Name);
    private readonly Dictionary<string, string> nodes = Index(
        park.Sites.Select(site => (site.Id, Name: Pick(language, site.Name, site.NameZh))).Concat(park.Junctions.Select(junction => (junction.Id, junction.Name))),
        node => node.Id,
        node => node.Name);
    private readonly Dictionary<(string? PlantId, string Id), string> elements = IndexElements(park, language);

    /// <summary>The park itself.</summary>
    public string Park { get; } = Pick(language, park.Name, park.NameZh) ?? park.Id;

    public string Plant(string? id) => Find(plants, id);

    public string Carrier(string? id) => Find(carriers, id);

    public string Material(string? id) => Find(materials, id);

    public string Corridor(string? id) => Find(corridors, id);

    public string Size(string? id) => Find(sizes, id);

    public string TransportMode(string? id) => Find(modes, id);

    public string Node(string? id) => Find(nodes, id);

    /// <summary>A carrier or a material.</summary>
    public string Flow(string? id) => id is not null && carriers.TryGetValue(id, out var name) ? name : Material(id);

    /// <summary>A plant's equipment; also <c>generate:CARRIER</c>, <c>use:CARRIER</c> and <c>recovery</c>.</summary>
    public string Element(string? plantId, string? id)
    {
        if (id is null)
            return "";
        if (id == "recovery")
            return Messages.Recovery.In(language);
        if (id.StartsWith("generate:", StringComparison.Ordinal))
            return Messages.Generates.In(language, Carrier(id["generate:".Length..]));
        if (id.StartsWith("use:", StringComparison.Ordinal))
            return Messages.Uses.In(language, Carrier(id["use:".Length..]));
        return elements.GetValueOrDefault((plantId, id), id);
    }

    private static Dictionary<(string? PlantId, string Id), string> IndexElements(Park park, Language language)
    {
        var names = new Dictionary<(string? PlantId, string Id), string>();
        foreach (var plant in park.Plants)
        {
            foreach (var converter in plant.Converters)
                names.TryAdd((plant.Id, converter.Id), Pick(language, converter.Name, converter.NameZh) ?? converter.Id);
            foreach (var storage in plant.Storages)
                names.TryAdd((plant.Id, storage.Id), storage.Name ?? storage.Id);
            foreach (var generator in plant.Generators)
                names.TryAdd((plant.Id, generator.Id), generator.Name ?? generator.Id);
            foreach (var utility in plant.HotUtilities)
                names.TryAdd((plant.Id, utility.Id), utility.Name ?? utility.Id);
        }

        return names;
    }

    private static string? Pick(Language language, string? name, string? nameZh)
    {
        var (first, second) = language == Language.Chinese ? (nameZh, name) : (name, nameZh);
        return string.IsNullOrEmpty(first) ? second : first;
    }

    private static Dictionary<string, string> Index<T>(IEnumerable<T> things, Func<T, string> id, Func<T, string?> name)
    {
        var names = new Dictionary<string, string>();
        foreach (var thing in things)
            names.TryAdd(id(thing), name(thing) is { Length: > 0 } text ? text : id(thing));
        return names;
    }

    private static string Find(Dictionary<string, string> names, string? id) => id is null ? "" : names.GetValueOrDefault(id, id);
}
