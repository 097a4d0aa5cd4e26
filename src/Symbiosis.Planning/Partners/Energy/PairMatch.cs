using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What a giver and a taker could exchange over one carrier, at the size that gains most. Money per year.</summary>
internal sealed record PairMatch
{
    /// <summary>The carrier.</summary>
    public required CarrierLane Lane { get; init; }

    /// <summary>The giver's way of giving.</summary>
    public required CarrierPort Give { get; init; }

    /// <summary>The taker's way of taking.</summary>
    public required CarrierPort Take { get; init; }

    /// <summary>The way between them.</summary>
    public required PairWay Way { get; init; }

    /// <summary>What leaves the giver, kW, [period].</summary>
    public required double[] SentKw { get; init; }

    /// <summary>Largest flow that arrives, kW.</summary>
    public required double PeakKw { get; init; }

    /// <summary>What arrives in a year, kWh.</summary>
    public required double YearlyKwh { get; init; }

    /// <summary>What would arrive over a pipe without limit and loss, kWh.</summary>
    public required double OverlapKwh { get; init; }

    /// <summary>Hours in a year in which something flows.</summary>
    public required double FlowHours { get; init; }

    /// <summary>What is laid.</summary>
    public required LinkPlan Link { get; init; }

    /// <summary>What is built and paid.</summary>
    public required IReadOnlyList<PartnerCost> Costs { get; init; }

    /// <summary>Saving of both sides before any cost, CNY/a.</summary>
    public required double SavingCny { get; init; }

    /// <summary>Annuities, and operation and maintenance that go by the investment, CNY/a.</summary>
    public required double CapitalCny { get; init; }

    /// <summary>Operation and maintenance that goes by the investment, CNY/a; part of <see cref="CapitalCny"/>.</summary>
    public required double MaintenanceCny { get; init; }

    /// <summary>Other running costs, CNY/a.</summary>
    public required double RunningCny { get; init; }

    /// <summary>CO2e avoided, t/a.</summary>
    public required double AvoidedT { get; init; }

    /// <summary>Plant whose pipe it shares; null: it stands alone.</summary>
    public PlantEnergy? SharedWith { get; init; }

    /// <summary>Investment, CNY.</summary>
    public double InvestmentCny => Costs.Sum(cost => cost.InvestmentCny);

    /// <summary>Saving less all costs, CNY/a.</summary>
    public double GainCny => SavingCny - CapitalCny - RunningCny;
}
