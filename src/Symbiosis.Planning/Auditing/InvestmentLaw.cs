using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Auditing;

/// <summary>What sizes cost by their cost laws.</summary>
internal static class InvestmentLaw
{
    /// <summary>Cost of a new size, CNY: paid once, or yearly where the law says so; without the scenario's factor.</summary>
    public static double Cny(Investment law, double size)
    {
        if (law.Points.Count == 0)
            return law.FixedCny + law.CnyPerKw * size;

        // A size on the edge of two pieces may be counted on either; the cheaper one is what a minimum takes.
        var cheapest = double.PositiveInfinity;
        for (var i = 0; i + 1 < law.Points.Count; i++)
        {
            var (from, to) = (law.Points[i], law.Points[i + 1]);
            var slack = CheckRecord.DefaultTolerance * Math.Max(to.SizeKw, 1e-9);
            if (size < from.SizeKw - slack || size > to.SizeKw + slack)
                continue;

            var slope = to.SizeKw > from.SizeKw ? (to.Cny - from.Cny) / (to.SizeKw - from.SizeKw) : 0;
            cheapest = Math.Min(cheapest, from.Cny + slope * (size - from.SizeKw));
        }

        return double.IsFinite(cheapest) ? cheapest : 0;
    }

    /// <summary>Annuity (1 where the cost is yearly) and share of operation and maintenance, 1/a.</summary>
    public static double YearlyShare(AuditCase audited, Investment law) => Annuity(audited, law) + OmShare(audited, law);

    /// <summary>Annuity of a cost law, 1/a; 1 where the cost is yearly.</summary>
    public static double Annuity(AuditCase audited, Investment law) => law.CostIsYearly ? 1 : Annuity(audited, law.DiscountRate, law.LifetimeYears);

    /// <summary>Share of operation and maintenance, 1/a.</summary>
    public static double OmShare(AuditCase audited, Investment law) => law.OmFraction ?? (law.CostIsYearly ? 0 : audited.Park.Economics.OmFraction);

    /// <summary>r / (1 - (1 + r)^-n), at zero interest 1 / n (VDI 2067-1:2012, eq. 17), 1/a.</summary>
    public static double Annuity(AuditCase audited, double? discountRate, double? lifetimeYears)
    {
        var rate = discountRate ?? audited.Park.Economics.DiscountRate;
        var years = lifetimeYears ?? audited.Park.Economics.DefaultLifetimeYears;
        return rate == 0 ? 1 / years : rate / (1 - Math.Pow(1 + rate, -years));
    }
}
