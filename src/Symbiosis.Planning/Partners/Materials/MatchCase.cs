using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>
/// One way in which a donor's material could be used: straight to a receiver, through a treatment to a receiver, or into a treatment whose
/// products are sold. All terms are per tonne that leaves the donor.
/// </summary>
internal sealed record MatchCase
{
    /// <summary>Park whose periods and prices hold.</summary>
    public required IndexedPark Basis { get; init; }

    /// <summary>Who gives.</summary>
    public required MaterialDonor Donor { get; init; }

    /// <summary>Who takes in the end; null: the treatment's products are sold.</summary>
    public MaterialReceiver? Receiver { get; init; }

    /// <summary>The receiver's terms.</summary>
    public Acceptance? Acceptance { get; init; }

    /// <summary>Treatment in between; null: none.</summary>
    public MaterialTreatment? Treatment { get; init; }

    /// <summary>The treatment's terms.</summary>
    public Acceptance? IntakeAcceptance { get; init; }

    /// <summary>Product of the treatment that the receiver takes; null: none.</summary>
    public TreatmentProduct? Product { get; init; }

    /// <summary>Way from the donor.</summary>
    public required Haul First { get; init; }

    /// <summary>Way from the treatment to the receiver.</summary>
    public Haul? Second { get; init; }

    /// <summary>How the receiver's limits are kept.</summary>
    public BlendOption Blend { get; init; } = BlendOption.Free;

    /// <summary>Bought input that the receiver uses today, as an index; -1: none.</summary>
    public int TodayPurchase { get; init; } = -1;

    /// <summary>What the donor has left to give, t/h, [period]; null: all of it.</summary>
    public double[]? Offered { get; init; }

    /// <summary>What the receiver has left to take, t/h as bought, [period]; null: all of its need.</summary>
    public double[]? Open { get; init; }

    /// <summary>Tonnes that reach the receiver for each that leaves the donor.</summary>
    public double Yield => Product?.Yield ?? 1;

    /// <summary>Worst quality of the figures used.</summary>
    public Quality Quality
    {
        get
        {
            var worst = FigureQuality.Worse(Donor.Quality, First.Quality);
            if (Receiver is { } receiver)
                worst = FigureQuality.Worse(worst, receiver.Quality);
            if (Treatment is { } treatment)
                worst = FigureQuality.Worse(worst, treatment.Intake.Quality);
            return Second is { } second ? FigureQuality.Worse(worst, second.Quality) : worst;
        }
    }

    /// <summary>Costs of a tonne besides treatment, handling and ways, with what is lost in sales; see <see cref="MaterialMatch"/>.</summary>
    public double CostCnyPerT => Donor.HandlingCnyPerT + First.CnyPerT + Yield * (Second?.CnyPerT ?? 0) + TreatmentCnyPerT;

    /// <summary>Cost of treatment at the receiver and in the converter, CNY/t; gate fees are income.</summary>
    public double TreatmentCnyPerT => Yield * Math.Max(0, Acceptance?.TreatmentCnyPerT ?? 0)
        + Math.Max(0, IntakeAcceptance?.TreatmentCnyPerT ?? 0) + (Treatment?.RunningCnyPerT ?? 0) + Math.Max(0, -SoldCnyPerT);

    /// <summary>What is earned besides the purchases displaced, CNY/t: disposal avoided, gate fees, products sold.</summary>
    public double EarnedCnyPerT => Math.Max(0, Donor.DisposalCnyPerT) + Yield * Math.Max(0, -(Acceptance?.TreatmentCnyPerT ?? 0))
        + Math.Max(0, -(IntakeAcceptance?.TreatmentCnyPerT ?? 0)) + Math.Max(0, SoldCnyPerT);

    /// <summary>Sales of today that are given up, CNY/t.</summary>
    public double LostSaleCnyPerT => Math.Max(0, -Donor.DisposalCnyPerT);

    private double SoldCnyPerT => Treatment?.SoldCnyPerT(Product) ?? 0;
}
