using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>
/// Mass at every port and period. Donor: what leaves, with what stockpiles give, is taken or disposed of. Receiver: what arrives, times what it
/// displaces, with what is bought and what stockpiles give, meets the need (at most, where it is not required).
/// </summary>
internal static class MassCheck
{
    /// <summary>Makes the check.</summary>
    public static AuditCheck Run(AuditCase audited)
    {
        var record = new CheckRecord("mass_balance");
        var byDonor = audited.Materials.Shipments.ToLookup(shipment => shipment.From);
        var byReceiver = audited.Materials.Shipments.ToLookup(shipment => shipment.To);
        foreach (var donor in audited.Materials.Donors)
            CheckDonor(audited, record, donor, [.. byDonor[donor]]);
        foreach (var receiver in audited.Materials.Receivers)
            CheckReceiver(audited, record, receiver, [.. byReceiver[receiver]]);
        return record.Result();
    }

    private static void CheckDonor(AuditCase audited, CheckRecord record, DonorPort donor, List<ShippedFlow> shipments)
    {
        var stock = audited.Materials.NetOfStockpiles(donor.Plant, donor.ElementId);
        var disposed = audited.Series(donor.Plant.Id, $"disposed:{donor.ElementId}");
        var stated = audited.Series(donor.Plant.Id, $"outlet:{donor.ElementId}");
        for (var t = 0; t < audited.PeriodCount; t++)
        {
            var period = t;
            var taken = shipments.Sum(shipment => shipment.Flow[period]);
            var there = donor.Flow[t] + stock[t];
            var size = audited.TPerHSize(Math.Max(donor.Flow[t], taken + disposed[t]));
            string Name() => $"Outlet '{donor.ElementId}' of plant '{donor.Plant.Id}', period {period}:";
            record.Equal(taken + disposed[t], there, size, () => $"{Name()} {there:0.#####} t/h leave, {taken:0.#####} t/h are taken and {disposed[period]:0.#####} t/h are disposed of.");
            if (donor.NoDisposal)
                record.AtMost(disposed[t], 0, size, () => $"{Name()} {disposed[period]:0.#####} t/h are disposed of, which is not allowed.");
            if (donor.Flow[t] != 0 || stated[t] != 0)
                record.Equal(stated[t], donor.Flow[t], size, () => $"{Name()} the plan states {stated[period]:0.#####} t/h, the park {donor.Flow[period]:0.#####} t/h.");
        }
    }

    private static void CheckReceiver(AuditCase audited, CheckRecord record, ReceiverPort receiver, List<ShippedFlow> shipments)
    {
        var stock = audited.Materials.NetOfStockpiles(receiver.Plant, receiver.ElementId);
        var bought = receiver.Purchases.Select(purchase =>
            (Purchase: purchase, Flow: audited.Series(receiver.Plant.Id, $"bought:{receiver.ElementId}/{purchase.Id}"))).ToList();
        for (var t = 0; t < audited.PeriodCount; t++)
        {
            var period = t;
            var displaced = shipments.Sum(shipment => shipment.Flow[period] * (shipment.Acceptance?.Displacement ?? 0));
            var bill = bought.Sum(purchase => purchase.Flow[period]);
            var met = displaced + bill + stock[t];
            var size = audited.TPerHSize(Math.Max(receiver.Need[t], displaced + bill));
            string Sentence() =>
                $"Inlet '{receiver.ElementId}' of plant '{receiver.Plant.Id}', period {period}: {displaced:0.#####} t/h are displaced and {bill:0.#####} t/h bought " +
                $"for a need of {receiver.Need[period]:0.#####} t/h.";
            if (receiver.Required)
                record.Equal(met, receiver.Need[t], size, Sentence);
            else
                record.AtMost(met, receiver.Need[t], size, Sentence);
            foreach (var (purchase, flow) in bought)
                record.AtMost(flow[t], purchase.MaxTPerH ?? double.PositiveInfinity, size, () => $"Inlet '{receiver.ElementId}' of plant '{receiver.Plant.Id}', period {period}: {flow[period]:0.#####} t/h of '{purchase.Id}' are more than can be bought.");
        }
    }
}
