namespace Symbiosis.Planning.Formulation;

/// <summary>
/// Flows of a carrier that are told apart in the shared pipes because a rule or a contract speaks of a donor: all flows of the donors that may
/// serve the same receivers.
/// </summary>
/// <param name="Name">Name in variables; empty where the carrier has one commodity only.</param>
/// <param name="Donors">Plants that give into it.</param>
/// <param name="Receivers">Plants that may take from it.</param>
internal sealed record Commodity(string Name, IReadOnlySet<int> Donors, IReadOnlySet<int> Receivers)
{
    private const string Unnamed = "free";

    /// <summary>Splits the donors of a carrier; one commodity where no rule and no contract speaks of a pair.</summary>
    public static IReadOnlyList<Commodity> Split(FormulationContext context, CarrierPotential potential)
    {
        var plants = Enumerable.Range(0, context.Park.Plants.Count).ToList();
        var donors = plants.Where(potential.CanGive).ToList();
        var receivers = plants.Where(potential.CanTake).ToList();
        var commodities = new List<Commodity>();
        var groups = donors.GroupBy(donor => Key(context, potential, donor, receivers));
        foreach (var group in groups)
        {
            var allowed = receivers.Where(receiver => group.Any(donor =>
                donor == receiver || !context.IsForbidden(context.Park.Plants[donor].Id, context.Park.Plants[receiver].Id, potential.Carrier.Id, null)));
            commodities.Add(new Commodity(group.Key, group.ToHashSet(), allowed.ToHashSet()));
        }

        // Whoever is spoken of stays told apart, also as the only donor: its deliveries are counted by these flows.
        return commodities is [{ Name: Unnamed } only] && only.Receivers.Count == receivers.Count
            ? [only with { Name = "" }]
            : commodities;
    }

    private static string Key(FormulationContext context, CarrierPotential potential, int donor, List<int> receivers)
    {
        var from = context.Park.Plants[donor];
        if (IsSpokenOf(context, potential.Carrier.Id, from.Id))
            return $"from={from.Id}";

        var barred = receivers.Where(receiver => receiver != donor
            && context.IsForbidden(from.Id, context.Park.Plants[receiver].Id, potential.Carrier.Id, null)).ToList();
        return barred.Count == 0 ? Unnamed : barred.Count == receivers.Count(receiver => receiver != donor)
            ? $"from={from.Id}"
            : $"not={string.Join('+', barred.Select(receiver => context.Park.Plants[receiver].Id))}";
    }

    private static bool IsSpokenOf(FormulationContext context, string carrierId, string plantId) =>
        context.Park.Contracts.Any(contract => contract.CarrierId == carrierId && contract.FromPlantId == plantId)
        || (context.Scenario?.Couplings.Any(rule => rule.Kind == Domain.Scenarios.RuleKind.Require && rule.CarrierId == carrierId && rule.FromPlantId == plantId) ?? false);
}
