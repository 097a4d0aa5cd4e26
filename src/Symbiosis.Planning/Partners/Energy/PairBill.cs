using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Auditing;
using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Adds up what a pair has to build and pay; without items it only adds.</summary>
internal sealed class PairBill(IndexedPark park, bool isItemised = true)
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

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        costs.Clear();
        (CapitalCny, MaintenanceCny, RunningCny) = (0, 0, 0);
    }

    /// <summary>Adds pipes or cables, civil works and pumping.</summary>
    public void AddLink(CarrierLane lane, LinkPlan link, double peakKw, double sentKwh)
    {
        foreach (var (size, i) in link.Laid())
        {
            var annuity = size.CostIsYearly ? 1 : park.Annuity(null, size.LifetimeYears);
            AddCapital("pipe", size.Id, link.Cny(i, peakKw), annuity, lane.SizeRates[i] - annuity, 0, size.CostIsYearly, FigureQuality.Of(size.Provenance, null));
        }

        var network = park.Park.Network;
        var quality = FigureQuality.Of(network.Provenance, null);
        AddCapital("trench", null, link.TrenchCny, park.Annuity(null, network.TrenchLifetimeYears), park.Park.Economics.OmFraction, 0, false, quality);
        AddRunning("pumping", (link.PumpingKwhPerKwh * network.PumpingCnyPerKwh + link.FlowCnyPerKwh) * sentKwh, quality);
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
            isItemised ? FigureQuality.Of(law.Provenance.Count > 0 ? law.Provenance : provenance, null) : Quality.Unspecified);
    }

    /// <summary>Adds a yearly cost.</summary>
    public void AddRunning(string what, double yearlyCny, Quality quality)
    {
        if (yearlyCny == 0)
            return;
        if (isItemised)
            costs.Add(new PartnerCost { What = what, YearlyCny = yearlyCny, Quality = quality });
        RunningCny += yearlyCny;
    }

    private void AddCapital(string what, string? elementId, double cny, double annuity, double omShare, double omCny, bool isYearly, Quality quality)
    {
        if (cny == 0 && omCny == 0)
            return;
        var maintenance = cny * omShare + omCny + (isYearly ? cny : 0);
        if (isItemised)
            costs.Add(new PartnerCost { What = what, ElementId = elementId, InvestmentCny = isYearly ? 0 : cny, YearlyCny = maintenance, Quality = quality });
        MaintenanceCny += maintenance;
        CapitalCny += maintenance + (isYearly ? 0 : cny * annuity);
    }
}
