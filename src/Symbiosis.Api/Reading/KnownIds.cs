using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Reading;

/// <summary>Ids by kind, as the rules <c>defines</c> and <c>refers_to</c> name the kinds.</summary>
internal sealed class KnownIds
{
    private static readonly HashSet<string> s_none = [];
    private readonly Dictionary<string, HashSet<string>> _byKind = new(StringComparer.Ordinal);

    /// <summary>All ids a scenario can refer to.</summary>
    public static KnownIds Of(Park park)
    {
        var ids = new KnownIds();
        ids.AddAll("node", park.Sites.Select(site => site.Id).Concat(park.Junctions.Select(junction => junction.Id)));
        ids.AddAll("corridor", park.Corridors.Select(corridor => corridor.Id));
        ids.AddAll("carrier", park.Carriers.Select(carrier => carrier.Id));
        ids.AddAll("size", park.Sizes.Select(size => size.Id));
        ids.AddAll("material", park.Materials.Select(material => material.Id));
        ids.AddAll("transport_mode", park.TransportModes.Select(mode => mode.Id));
        ids.AddAll("fuel", park.Fuels.Select(fuel => fuel.Id));
        ids.AddAll("tariff", park.Tariffs.Select(tariff => tariff.Id));
        ids.AddAll("profile", park.Profiles.Select(profile => profile.Id));
        ids.AddAll("plant", park.Plants.Select(plant => plant.Id));
        ids.AddAll("contract", park.Contracts.Select(contract => contract.Id));
        ids.AddAll("source", park.Sources.Select(source => source.Id));
        return ids;
    }

    /// <summary>False where the kind has the id already.</summary>
    public bool Add(string kind, string id)
    {
        if (!_byKind.TryGetValue(kind, out var ids)) _byKind[kind] = ids = new HashSet<string>(StringComparer.Ordinal);
        return ids.Add(id);
    }

    /// <summary>All ids of a kind.</summary>
    public IReadOnlySet<string> Of(string kind) => _byKind.GetValueOrDefault(kind) ?? s_none;

    private void AddAll(string kind, IEnumerable<string> ids)
    {
        foreach (var id in ids) Add(kind, id);
    }
}
