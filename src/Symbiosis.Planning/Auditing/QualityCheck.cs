using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>Blend of every receiver, bought input included: shares of components within the limits, shares of one material within its largest.</summary>
internal static class QualityCheck
{
    /// <summary>Makes the check.</summary>
    public static AuditCheck Run(AuditCase audited)
    {
        var record = new CheckRecord("quality");
        var byReceiver = audited.Materials.Shipments.ToLookup(shipment => shipment.To);
        foreach (var receiver in audited.Materials.Receivers)
        {
            List<(double[] Flow, IReadOnlyList<Content> Composition)> inputs =
            [
                .. byReceiver[receiver].Select(shipment => (shipment.Flow, shipment.From.Composition)),
                .. receiver.Purchases.Select(purchase =>
                    (audited.Series(receiver.Plant.Id, $"bought:{receiver.ElementId}/{purchase.Id}"), purchase.Composition)),
            ];
            foreach (var limit in receiver.Limits)
                CheckLimit(audited, record, receiver, inputs, limit);
            foreach (var acceptance in receiver.Accepts.Where(acceptance => acceptance.MaxShare < 1))
                CheckShare(audited, record, receiver, [.. byReceiver[receiver].Where(shipment => shipment.Acceptance == acceptance)], acceptance);
        }

        return record.Result();
    }

    private static void CheckLimit(
        AuditCase audited, CheckRecord record, ReceiverPort receiver, List<(double[] Flow, IReadOnlyList<Content> Composition)> inputs, QualityLimit limit)
    {
        double[] fractions = [.. inputs.Select(input => input.Composition.FirstOrDefault(content => content.Component == limit.Component)?.Fraction ?? 0)];
        for (var t = 0; t < audited.PeriodCount; t++)
        {
            double mass = 0, component = 0;
            for (var i = 0; i < inputs.Count; i++)
            {
                mass += inputs[i].Flow[t];
                component += inputs[i].Flow[t] * fractions[i];
            }

            var period = t;
            var size = audited.TPerHSize(mass);
            string Sentence(string word, double share) =>
                $"Inlet '{receiver.ElementId}' of plant '{receiver.Plant.Id}', period {period}: the blend holds {component / mass:0.#####} of '{limit.Component}'; {share:0.#####} is the {word}.";
            if (limit.MaxFraction is { } most)
                record.AtMost(component, most * mass, size, () => Sentence("most", most));
            if (limit.MinFraction is { } least)
                record.AtMost(least * mass, component, size, () => Sentence("least", least));
        }
    }

    private static void CheckShare(AuditCase audited, CheckRecord record, ReceiverPort receiver, List<ShippedFlow> shipments, Acceptance acceptance)
    {
        for (var t = 0; t < audited.PeriodCount; t++)
        {
            var period = t;
            var displaced = shipments.Sum(shipment => shipment.Flow[period]) * acceptance.Displacement;
            record.AtMost(displaced, acceptance.MaxShare * receiver.Need[t], audited.TPerHSize(receiver.Need[t]), () =>
                $"Inlet '{receiver.ElementId}' of plant '{receiver.Plant.Id}', period {period}: {displaced:0.#####} t/h of '{acceptance.MaterialId}' are more than {acceptance.MaxShare:0.###} of {receiver.Need[period]:0.#####} t/h.");
        }
    }
}
