using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>
/// Heat that a plant's own streams pass to its own streams, at least what its cold streams need less all that comes from outside them, stays
/// within the recovery that stands and was bought; where recovery has no price, it is not limited.
/// </summary>
internal static class RecoveryCheck
{
    /// <summary>Makes the check.</summary>
    public static AuditCheck Run(AuditCase audited)
    {
        var record = new CheckRecord("recovery");
        foreach (var plant in audited.Park.Plants)
        {
            var elements = PlantHeat.ElementsOf(audited, plant);
            var stated = audited.Series(plant.Id, "recovery");
            var isStated = stated.Any(kw => kw != 0);
            var limit = plant.Recovery is { Investment: not null } ? audited.Sizes.Total(plant, "recovery") : double.PositiveInfinity;
            for (var t = 0; t < audited.PeriodCount && (isStated || double.IsFinite(limit)); t++)
            {
                var period = t;
                var cold = elements.Where(element => !element.IsHot && element.IsOwnStream).Sum(element => element.Kw[period]);
                var outside = elements.Where(element => element.IsHot && !element.IsOwnStream).Sum(element => element.Kw[period]);
                var size = audited.KwSize(cold + outside);
                record.AtMost(cold - outside, limit, size, () => $"Plant '{plant.Id}', period {period}: {cold - outside:0.###} kW are recovered inside with exchangers for {limit:0.###} kW.");
                if (isStated)
                    record.Equal(stated[t], cold - outside, size, () => $"Plant '{plant.Id}', period {period}: a recovery of {stated[period]:0.###} kW is stated; {cold - outside:0.###} kW follow from the streams.");
            }
        }

        return record.Result();
    }
}
