using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What a giver and a taker could exchange over one carrier, with everything that is told of it. Money per year.</summary>
internal sealed record PairMatch
{
    /// <summary>How they are coupled.</summary>
    public required PairOption Option { get; init; }

    /// <summary>What leaves the giver, kW, [period].</summary>
    public required double[] SentKw { get; init; }

    /// <summary>What is built and paid.</summary>
    public required IReadOnlyList<PartnerCost> Costs { get; init; }

    /// <summary>Annuities, and operation and maintenance that go by the investment, CNY/a.</summary>
    public required double CapitalCny { get; init; }

    /// <summary>Operation and maintenance that goes by the investment, CNY/a; part of <see cref="CapitalCny"/>.</summary>
    public required double MaintenanceCny { get; init; }

    /// <summary>Other running costs, CNY/a.</summary>
    public required double RunningCny { get; init; }

    /// <summary>CO2e avoided, t/a.</summary>
    public required double AvoidedT { get; init; }

    /// <summary>The carrier.</summary>
    public CarrierLane Lane => Option.Lane;

    /// <summary>The giver's way of giving.</summary>
    public CarrierPort Give => Option.Give;

    /// <summary>The taker's way of taking.</summary>
    public CarrierPort Take => Option.Take;

    /// <summary>The way between them.</summary>
    public PairWay Way => Option.Way;

    /// <summary>What is laid.</summary>
    public required LinkPlan Link { get; init; }

    /// <summary>Largest flow that arrives, kW.</summary>
    public double PeakKw => Option.Flow.PeakKw;

    /// <summary>Largest flow that enters, kW.</summary>
    public double PeakSentKw => Option.Flow.PeakSentKw;

    /// <summary>What arrives in a year, kWh.</summary>
    public double YearlyKwh => Option.Flow.YearlyKwh;

    /// <summary>What would arrive over a pipe without limit and loss, kWh.</summary>
    public double OverlapKwh => Option.OverlapKwh;

    /// <summary>Hours in a year in which something flows.</summary>
    public double FlowHours => Option.Flow.Hours;

    /// <summary>Saving of both sides before any cost, CNY/a.</summary>
    public double SavingCny => Option.Flow.SavingCny;

    /// <summary>Investment, CNY.</summary>
    public double InvestmentCny => Costs.Sum(cost => cost.InvestmentCny);

    /// <summary>Saving less all costs, CNY/a.</summary>
    public double GainCny => SavingCny - CapitalCny - RunningCny;
}
