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

    /// <summary>Adds pipes or cables, civil works and pumping.</summary>
    public void AddLink(LinkPlan link, double peakKw, double sentKwh)
    {
        foreach (var (size, costLengthM, factor) in link.Pieces)
        {
            var cny = (size.CnyPerM + size.CnyPerKwM * peakKw) * costLengthM + (size.FixedCny + size.CnyPerKw * peakKw) * factor;
            var annuity = size.CostIsYearly ? 1 : park.Annuity(null, size.LifetimeYears);
            var om = size.OmFraction ?? (size.CostIsYearly ? 0 : park.Park.Economics.OmFraction);
            AddCapital("pipe", size.Id, cny, annuity, om, 0, size.CostIsYearly, DataQuality.Of(size.Provenance, []));
        }

        var network = park.Park.Network;
        var quality = DataQuality.Of(network.Provenance, []);
        AddCapital("trench", null, link.TrenchCny, park.Annuity(null, network.TrenchLifetimeYears), park.Park.Economics.OmFraction, 0, false, quality);
        PumpingKwh = link.PumpingKwhPerKwh * sentKwh;
        AddRunning("pumping", PumpingKwh * network.PumpingCnyPerKwh + link.FlowCnyPerKwh * sentKwh, quality);
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
