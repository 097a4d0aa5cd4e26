using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Auditing;
using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Adds up what a pair has to build and pay.</summary>
internal sealed class PairBill(IndexedPark park)
{
    private readonly List<PartnerCost> costs = [];

    /// <summary>The items.</summary>
    public IReadOnlyList<PartnerCost> Costs => costs;

    /// <summary>Annuities with operation and maintenance, CNY/a.</summary>
    public double CapitalCny { get; private set; }

    /// <summary>Operation and maintenance among them, CNY/a.</summary>
    public double MaintenanceCny { get; private set; }

    /// <summary>Other yearly costs, CNY/a.</summary>
    public double RunningCny { get; private set; }

    /// <summary>Pumping power, kWh/a.</summary>
    public double PumpingKwh { get; private set; }

    /// <summary>Adds pipe or cable, civil works and pumping.</summary>
    public void AddLink(LinkSize? size, PairWay way, double peakKw, double sentKwh)
    {
        if (size is null)
            return;

        var costLength = way.Tree.CostLengthM(way.Node) + way.ConnectionM;
        var pieces = way.Tree.FixedFactor(way.Node) + (way.ConnectionM > 0 ? 1 : 0);
        var pipe = (size.CnyPerM + size.CnyPerKwM * peakKw) * costLength + (size.FixedCny + size.CnyPerKw * peakKw) * pieces;
        var quality = DataQuality.Of(size.Provenance, []);
        AddCapital("pipe", size.Id, pipe, size.CostIsYearly ? 1 : park.Annuity(null, size.LifetimeYears), size.OmFraction ?? (size.CostIsYearly ? 0 : park.Park.Economics.OmFraction), 0, size.CostIsYearly, quality);
        var trench = way.Tree.TrenchCny(way.Node) + way.ConnectionM * park.Park.Network.TrenchCnyPerM;
        AddCapital("trench", null, trench, park.Annuity(null, park.Park.Network.TrenchLifetimeYears), park.Park.Economics.OmFraction, 0, false, DataQuality.Of(park.Park.Network.Provenance, []));
        PumpingKwh = size.PumpingKwPerKwKm * way.LengthM / 1000 * sentKwh;
        AddRunning("pumping", PumpingKwh * park.Park.Network.PumpingCnyPerKwh + size.FlowCnyPerKwh * sentKwh, quality);
    }

    /// <summary>Adds something bought by a cost law.</summary>
    public void Add(string what, string? elementId, Investment? law, double size, IReadOnlyList<Provenance> provenance)
    {
        if (law is null || size <= 0)
            return;
        var bought = Math.Max(size, law.MinSizeKw);
        if (law.ModuleKw is { } module)
            bought = Math.Ceiling(bought / module - 1e-9) * module;
        var annuity = law.CostIsYearly ? 1 : park.Annuity(law.DiscountRate, law.LifetimeYears);
        AddCapital(
            what, elementId, InvestmentLaw.Cny(law, bought), annuity, law.OmFraction ?? (law.CostIsYearly ? 0 : park.Park.Economics.OmFraction), law.OmCnyPerKwYear * bought, law.CostIsYearly,
            DataQuality.Of(law.Provenance, provenance));
    }

    /// <summary>Adds a yearly cost.</summary>
    public void AddRunning(string what, double yearlyCny, Quality quality)
    {
        if (yearlyCny == 0)
            return;
        costs.Add(new PartnerCost { What = what, YearlyCny = yearlyCny, Quality = quality });
        RunningCny += yearlyCny;
    }

    private void AddCapital(string what, string? elementId, double cny, double annuity, double omShare, double omCny, bool isYearly, Quality quality)
    {
        if (cny == 0 && omCny == 0)
            return;
        var maintenance = cny * omShare + omCny + (isYearly ? cny : 0);
        costs.Add(new PartnerCost { What = what, ElementId = elementId, InvestmentCny = isYearly ? 0 : cny, YearlyCny = maintenance, Quality = quality });
        MaintenanceCny += maintenance;
        CapitalCny += maintenance + (isYearly ? 0 : cny * annuity);
    }
}
