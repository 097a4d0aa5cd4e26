using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>What building a converter costs.</summary>
/// <param name="SizeKw">New size, in the unit of its reference port.</param>
/// <param name="Cny">Investment, CNY.</param>
/// <param name="AnnuityCny">Yearly payment for it, CNY/a.</param>
/// <param name="OmCny">Operation and maintenance by investment and size, CNY/a.</param>
internal readonly record struct TreatmentOutlay(double SizeKw, double Cny, double AnnuityCny, double OmCny)
{
    /// <summary>Outlay for a size beyond what stands.</summary>
    public static TreatmentOutlay Of(IndexedPark park, Investment? investment, double addedKw)
    {
        if (investment is not { } law || addedKw <= 0)
            return default;

        var size = Math.Max(addedKw, Math.Max(law.MinSizeKw, law.Points.Count > 0 ? law.Points[0].SizeKw : 0));
        if (law.ModuleKw is { } module && law.Points.Count == 0)
            size = Math.Ceiling(size / module - 1e-9) * module;
        var cny = law.Points.Count > 0 ? OnPieces(law.Points, size) : law.FixedCny + law.CnyPerKw * size;
        var om = cny * (law.OmFraction ?? (law.CostIsYearly ? 0 : park.Park.Economics.OmFraction)) + law.OmCnyPerKwYear * size;
        return law.CostIsYearly
            ? new TreatmentOutlay(size, 0, cny, om)
            : new TreatmentOutlay(size, cny, cny * park.Annuity(law.DiscountRate, law.LifetimeYears), om);
    }

    private static double OnPieces(IReadOnlyList<CostPoint> points, double size)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var (from, to) = (points[i - 1], points[i]);
            if (size <= to.SizeKw || i == points.Count - 1)
                return to.SizeKw > from.SizeKw ? from.Cny + (to.Cny - from.Cny) * (size - from.SizeKw) / (to.SizeKw - from.SizeKw) : to.Cny;
        }

        return points[0].Cny;
    }
}
