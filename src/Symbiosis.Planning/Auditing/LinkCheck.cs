using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>
/// Pipes: both directions together within the capacity that lies; no flow against a one-way corridor; nothing lies that the corridor does not allow;
/// one new pipe per corridor and carrier; mains within the network's limits.
/// </summary>
internal static class LinkCheck
{
    /// <summary>Makes the checks.</summary>
    public static IEnumerable<AuditCheck> Run(AuditCase audited)
    {
        var capacity = new CheckRecord("link_capacity");
        var direction = new CheckRecord("one_way");
        foreach (var group in audited.Network.Groups)
        {
            var kw = group.Laid.Sum(link => link.CapacityKw);
            for (var t = 0; t < audited.PeriodCount; t++)
            {
                var (period, flow) = (t, group.Forward[t] + group.Backward[t]);
                capacity.AtMost(flow, kw, audited.KwSize(kw), () =>
                    $"Corridor '{group.Corridor.Corridor.Id}', period {period}: {flow:0.###} kW of '{group.Size.CarrierId}' flow in pipes for {kw:0.###} kW.");
                if (group.Corridor.Corridor.OneWay)
                    direction.AtMost(group.Backward[t], 0, audited.LeastKw, () => $"Corridor '{group.Corridor.Corridor.Id}', period {period}: {group.Backward[period]:0.###} kW flow against its only direction.");
            }
        }

        return [capacity.Result(), direction.Result(), CheckLaid(audited)];
    }

    private static AuditCheck CheckLaid(AuditCase audited)
    {
        var record = new CheckRecord("links_allowed");
        foreach (var group in audited.Network.Groups)
        {
            foreach (var link in group.Laid)
                CheckLink(audited, record, group.Corridor, link, audited.Network.SizeOf(link)!);
        }

        foreach (var corridor in audited.Graph.Corridors)
            CheckCorridor(audited, record, corridor);
        return record.Result();
    }

    private static void CheckLink(AuditCase audited, CheckRecord record, GraphCorridor corridor, LaidLink link, LinkSize size)
    {
        var name = $"Corridor '{corridor.Corridor.Id}': pipe '{size.Id}'";
        record.Equal(link.LengthM, corridor.LengthM, corridor.LengthM + 1, () => $"{name} is {link.LengthM:0.#} m long in a corridor of {corridor.LengthM:0.#} m.");
        if (link.Existing)
        {
            var lies = corridor.Corridor.Existing.Any(existing => existing.SizeId == size.Id
                && Math.Abs((existing.CapacityKw ?? size.CapacityKw) - link.CapacityKw) <= 1e-6 * link.CapacityKw);
            record.Require(lies, () => $"{name} for {link.CapacityKw:0.###} kW does not lie there today.");
            return;
        }

        var option = corridor.Corridor.Options.FirstOrDefault(candidate => candidate.CarrierId == size.CarrierId);
        var isOffered = corridor.Corridor.Options.Count == 0 || (option is not null && (option.SizeIds.Count == 0 || option.SizeIds.Contains(size.Id)));
        record.Require(isOffered && !corridor.Corridor.Closed, () => $"{name} may not be laid there.");
        record.AtMost(link.CapacityKw, size.CapacityKw, audited.KwSize(size.CapacityKw), () => $"{name} is laid for {link.CapacityKw:0.###} kW and holds {size.CapacityKw:0.###} kW at most.");
    }

    private static void CheckCorridor(AuditCase audited, CheckRecord record, GraphCorridor corridor)
    {
        var laid = audited.Network.Groups.Where(group => group.Corridor.Index == corridor.Index).SelectMany(group => group.Laid).ToList();
        var fresh = laid.Where(link => !link.Existing).ToList();
        foreach (var carrier in fresh.GroupBy(link => audited.Network.SizeOf(link)!.CarrierId))
            record.Require(carrier.Count() == 1, () => $"Corridor '{corridor.Corridor.Id}': {carrier.Count()} new pipes of '{carrier.Key}'.");

        Limit(audited, record, corridor, fresh, "steam", audited.Park.Network.MaxSteamMainsPerCorridor, kind => kind == CarrierKind.Steam);
        Limit(audited, record, corridor, fresh, "water or oil", audited.Park.Network.MaxWaterMainsPerCorridor, kind => kind is CarrierKind.Water or CarrierKind.Oil);
    }

    private static void Limit(AuditCase audited, CheckRecord record, GraphCorridor corridor, List<LaidLink> fresh, string word, int? most, Func<CarrierKind, bool> isOfKind)
    {
        if (most is not { } limit)
            return;

        bool Counts(LinkSize? size) => size is not null && isOfKind(audited.Park.Carriers.First(carrier => carrier.Id == size.CarrierId).Kind);
        var added = fresh.Count(link => Counts(audited.Network.SizeOf(link)));
        var existing = corridor.Corridor.Existing.Count(link => Counts(audited.Park.Sizes.FirstOrDefault(size => size.Id == link.SizeId)));
        record.Require(added == 0 || added + existing <= limit, () => $"Corridor '{corridor.Corridor.Id}': {added + existing} {word} mains where {limit} may lie.");
    }
}
