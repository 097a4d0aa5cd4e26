using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Partners.Rendering;

/// <summary>An answer with what its tables share: names and language.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Parks">Parks whose names are known; of others ids are shown.</param>
/// <param name="ParkCount">Parks that were looked in.</param>
/// <param name="Language">Language.</param>
internal sealed record PartnerView(PartnerAnswer Answer, IReadOnlyList<Park> Parks, int ParkCount, Language Language)
{
    private readonly Dictionary<string, ParkNames> names = Parks.ToDictionary(park => park.Id, park => new ParkNames(park, Language), StringComparer.Ordinal);

    /// <summary>Partners with figures, best first.</summary>
    public IReadOnlyList<Partner> Ranked { get; } = [.. Answer.Partners.Where(partner => partner.Disclosure != DisclosureLevel.Contact)];

    /// <summary>Plants that can only be contacted.</summary>
    public IReadOnlyList<Partner> Contacts { get; } = [.. Answer.Partners.Where(partner => partner.Disclosure == DisclosureLevel.Contact)];

    /// <summary>A text of the program.</summary>
    public string Say(Message message, params object[] values) => message.In(Language, values);

    /// <summary>A plant, with its park where there are several.</summary>
    public string Plant(string parkId, string plantId)
    {
        var known = names.GetValueOrDefault(parkId);
        var plant = known?.ShortPlant(plantId) ?? plantId;
        return ParkCount > 1 ? $"{plant} ({known?.Park ?? parkId})" : plant;
    }

    /// <summary>What flows: carrier or material, else the kind of flow.</summary>
    public string Flow(string parkId, string? flowId, CouplingKind kind) =>
        flowId is null ? PartnerMessages.Kinds.TryGetValue(kind, out var name) ? Say(name) : kind.ToString() : names.GetValueOrDefault(parkId)?.Flow(flowId) ?? flowId;

    /// <summary>Pipe size or transport mode; "-" where nothing new is laid.</summary>
    public string Way(Partner partner)
    {
        var known = names.GetValueOrDefault(partner.ParkId);
        if (partner.SizeId is { } size)
            return known?.Size(size) ?? size;
        return partner.TransportModeId is { } mode ? known?.TransportMode(mode) ?? mode : "-";
    }
}
