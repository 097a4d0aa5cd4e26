using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Scenarios;

namespace Symbiosis.Planning.Formulation;

/// <summary>What may lie in a corridor.</summary>
internal static class LinkOptions
{
    /// <summary>Sizes of a carrier that lie or may be laid in a corridor.</summary>
    public static IReadOnlyList<LinkSize> SizesOf(FormulationContext context, int corridorIndex, string carrierId)
    {
        if (context.LinkSizes.TryGetValue((corridorIndex, carrierId), out var known))
            return known;

        var corridor = context.Park.Corridors[corridorIndex];
        var fresh = NewSizesOf(context, corridorIndex, carrierId);
        var existing = context.Park.Sizes.Where(size => size.CarrierId == carrierId && corridor.Existing.Any(link => link.SizeId == size.Id));
        IReadOnlyList<LinkSize> sizes = [.. existing.Where(size => !fresh.Contains(size)), .. fresh];
        context.LinkSizes.Add((corridorIndex, carrierId), sizes);
        return sizes;
    }

    /// <summary>Sizes of a carrier that may be laid anew in a corridor.</summary>
    public static IReadOnlyList<LinkSize> NewSizesOf(FormulationContext context, int corridorIndex, string carrierId)
    {
        var corridor = context.Park.Corridors[corridorIndex];
        var forbidden = context.Scenario is { } scenario && (scenario.ForbidEverythingNew || scenario.Corridors.Any(rule =>
            rule.Kind == RuleKind.Forbid && rule.CorridorId == corridor.Id && (rule.CarrierId is null || rule.CarrierId == carrierId)));
        if (corridor.Closed || forbidden)
            return [];

        var option = corridor.Options.FirstOrDefault(candidate => candidate.CarrierId == carrierId);
        if (option is null && corridor.Options.Count > 0)
            return [];

        return [.. context.Park.Sizes.Where(size => size.CarrierId == carrierId && (option is null || option.SizeIds.Count == 0 || option.SizeIds.Contains(size.Id)))];
    }

    /// <summary>Share of the entering flow that is lost over a length.</summary>
    public static double LossShare(LinkSize size, double lengthM) => Math.Min(1, size.LossFraction + size.LossPerKm * lengthM / 1000);

    /// <summary>Whether two sizes lose, pump and cost alike per flow, so that their flows need not be told apart.</summary>
    public static bool IsAlike(LinkSize first, LinkSize second, double lengthM) =>
        LossShare(first, lengthM) == LossShare(second, lengthM)
        && first.PumpingKwPerKwKm == second.PumpingKwPerKwKm
        && first.FlowCnyPerKwh == second.FlowCnyPerKwh;

    /// <summary>Whether the capacity itself is chosen.</summary>
    public static bool IsContinuous(LinkSize size) => size.CnyPerKw > 0 || size.CnyPerKwM > 0;
}
