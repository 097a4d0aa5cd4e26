using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>Annuities and operation and maintenance of all that is new: equipment, pipes, trenches, links of transport modes.</summary>
internal static class InvestmentReckoning
{
    /// <summary>Adds them.</summary>
    public static void Add(AuditCase audited, Reckoning reckoning)
    {
        foreach (var size in audited.Sizes.All.Where(size => size.IsPaid))
            AddEquipment(audited, reckoning, size);
        foreach (var group in audited.Network.Groups)
        {
            foreach (var link in group.Laid.Where(link => !link.Existing))
                AddPipe(audited, reckoning, group.Corridor, link);
        }

        foreach (var corridor in audited.Graph.Corridors.Where(corridor => HasTrench(audited, corridor)))
            AddTrench(audited, reckoning, corridor);
        foreach (var shipment in audited.Materials.Shipments.Where(shipment => HasLink(audited, shipment)))
            AddTransportLink(audited, reckoning, shipment);
    }

    /// <summary>What a new pipe costs once, without civil works and without the scenario's factor, CNY.</summary>
    public static double PipeCny(AuditCase audited, GraphCorridor corridor, LaidLink link)
    {
        var size = audited.Network.SizeOf(link)!;
        var perKw = size.CnyPerKw + (size.CnyPerKwM * corridor.LengthM);
        return ((size.CnyPerM * corridor.LengthM) + size.FixedCny + (perKw * link.CapacityKw)) * corridor.Corridor.CostFactor;
    }

    private static void AddEquipment(AuditCase audited, Reckoning reckoning, AuditedSize size)
    {
        if (size.Law is not { } law)
            return;

        var horizon = audited.Grid.YearlyChargeFactor;
        var cny = InvestmentLaw.Cny(law, size.NewSize) * audited.InvestmentFactor;
        reckoning.Charge("investment", cny * InvestmentLaw.Annuity(audited, law) * horizon);
        reckoning.Charge("om", cny * InvestmentLaw.OmShare(audited, law) * horizon);
        reckoning.Charge("om", size.NewSize * law.OmCnyPerKwYear * horizon);
    }

    private static void AddPipe(AuditCase audited, Reckoning reckoning, GraphCorridor corridor, LaidLink link)
    {
        var size = audited.Network.SizeOf(link)!;
        var yearly = PipeCny(audited, corridor, link) * audited.InvestmentFactor * audited.Grid.YearlyChargeFactor;
        reckoning.Charge("investment", yearly * (size.CostIsYearly ? 1 : InvestmentLaw.Annuity(audited, null, size.LifetimeYears)));
        reckoning.Charge("om", yearly * (size.OmFraction ?? (size.CostIsYearly ? 0 : audited.Park.Economics.OmFraction)));
    }

    // A trench that is dug for nothing is paid for all the same.
    private static bool HasTrench(AuditCase audited, GraphCorridor corridor) =>
        audited.Equipment(null, $"trench:{corridor.Corridor.Id}")?.NewSize > corridor.LengthM / 2
        || audited.Network.Groups.Any(group => group.Corridor.Index == corridor.Index && group.Laid.Any(link => !link.Existing));

    private static void AddTrench(AuditCase audited, Reckoning reckoning, GraphCorridor corridor)
    {
        var perMetre = corridor.Corridor.TrenchCnyPerM ?? audited.Park.Network.TrenchCnyPerM;
        var yearly = perMetre * corridor.LengthM * corridor.Corridor.CostFactor * audited.InvestmentFactor * audited.Grid.YearlyChargeFactor;
        reckoning.Charge("investment", yearly * InvestmentLaw.Annuity(audited, null, audited.Park.Network.TrenchLifetimeYears));
        reckoning.Charge("om", yearly * audited.Park.Economics.OmFraction);
    }

    private static bool HasLink(AuditCase audited, ShippedFlow shipment) =>
        shipment is { Mode: not null, IsContract: false } && double.IsFinite(shipment.LengthM) && shipment.From.Plant != shipment.To.Plant
        && (shipment.IsUsed || (double?)audited.Equipment(null, $"link:{shipment.Name}")?.InvestmentCny > LinkCny(audited, shipment) / 2);

    private static double LinkCny(AuditCase audited, ShippedFlow shipment) =>
        (shipment.Mode!.LinkFixedCny + (shipment.Mode.LinkCnyPerM * shipment.LengthM)) * audited.InvestmentFactor;

    private static void AddTransportLink(AuditCase audited, Reckoning reckoning, ShippedFlow shipment)
    {
        var yearly = LinkCny(audited, shipment) * audited.Grid.YearlyChargeFactor;
        reckoning.Charge("investment", yearly * InvestmentLaw.Annuity(audited, null, shipment.Mode!.LifetimeYears));
        reckoning.Charge("om", yearly * audited.Park.Economics.OmFraction);
    }
}
