using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>What a case brings in a year of 8,760 h.</summary>
internal sealed record MaterialMatch
{
    /// <summary>The case.</summary>
    public required MatchCase Case { get; init; }

    /// <summary>Flow that leaves the donor, t/h, [period].</summary>
    public required double[] Flow { get; init; }

    /// <summary>The same, t/a.</summary>
    public double Tonnes { get; init; }

    /// <summary>Largest flow, t/h.</summary>
    public double PeakTPerH { get; init; }

    /// <summary>Hours in which something flows.</summary>
    public double OverlapHours { get; init; }

    /// <summary>What the donor could give, t/a.</summary>
    public double OfferedTonnes { get; init; }

    /// <summary>What the receiver could take without any limit, t/a of the donor's material.</summary>
    public double WantedTonnes { get; init; }

    /// <summary>Purchases displaced, CNY/a.</summary>
    public double DisplacedCny { get; init; }

    /// <summary>Dearer input bought to keep the blend within its limits, CNY/a.</summary>
    public double BlendCny { get; init; }

    /// <summary>CO2 of the purchases displaced, less that of those for the blend, kg/a.</summary>
    public double DisplacedCo2Kg { get; init; }

    /// <summary>Investment of the treatment.</summary>
    public TreatmentOutlay Outlay { get; init; }

    /// <summary>What binds in most of the flow.</summary>
    public MatchLimit Limit { get; init; }

    /// <summary>Disposal avoided, purchases displaced, gate fees and products sold, CNY/a.</summary>
    public double EarnedCny => Tonnes * Case.EarnedCnyPerT + DisplacedCny;

    /// <summary>Sales of today that are given up, CNY/a.</summary>
    public double LostSaleCny => Tonnes * Case.LostSaleCnyPerT;

    /// <summary>Saving before any cost of the match, CNY/a.</summary>
    public double SavingCny => EarnedCny - LostSaleCny;

    /// <summary>Links that have to be built, CNY.</summary>
    public double LinkCny => Case.First.LinkCny + (Case.Second?.LinkCny ?? 0);

    /// <summary>Investment, CNY.</summary>
    public double InvestmentCny => LinkCny + Outlay.Cny;

    /// <summary>Running costs without annuities, CNY/a.</summary>
    public double RunningCny => Tonnes * Case.CostCnyPerT + BlendCny + Outlay.OmCny + OmOf(Case.First) + (Case.Second is { } second ? OmOf(second) : 0);

    /// <summary>Annuities, CNY/a.</summary>
    public double AnnuityCny => AnnuityOf(Case.First) + (Case.Second is { } second ? AnnuityOf(second) : 0) + Outlay.AnnuityCny;

    /// <summary>Yearly gain, CNY/a.</summary>
    public double GainCny => SavingCny - RunningCny - AnnuityCny;

    /// <summary>CO2 avoided, t/a.</summary>
    public double AvoidedT => (Tonnes * CaseCo2KgPerT + DisplacedCo2Kg) / 1000;

    private double CaseCo2KgPerT => Case.Donor.DisposalCo2KgPerT - Case.First.Co2KgPerT - Case.Yield * ((Case.Second?.Co2KgPerT ?? 0) + (Case.Acceptance?.TreatmentCo2KgPerT ?? 0))
        - (Case.IntakeAcceptance?.TreatmentCo2KgPerT ?? 0) - (Case.Treatment?.RunningCo2KgPerT ?? 0) - (Case.Treatment?.DisposalCo2KgPerT(Case.Product) ?? 0);

    /// <summary>Operation and maintenance of a way's link, CNY/a.</summary>
    public static double OmOf(Haul haul) => haul.LinkCny * haul.LinkOmFraction;

    private static double AnnuityOf(Haul haul) => haul.LinkCny * haul.LinkAnnuity;
}
