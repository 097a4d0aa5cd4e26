using System.Globalization;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Typical;

/// <summary>
/// How far heat is typically cooled, read from the catalogue's processes: the share (supply - return) / (supply - 20 deg C) of all streams of a temperature grade.
/// The middle half of those shares is the range.
/// </summary>
internal sealed class TypicalCooling
{
    private const double AmbientCelsius = 20;
    private const double SmallestSpanK = 5;
    private const int FewestStreams = 3;

    // Rough middle and ends of what the processes show: low heat 0.3-0.6, gases 0.5-0.75 of the way to the surroundings.
    private static readonly Estimate GuessedShare = new(0.35, 0.5, 0.65);

    private readonly IReadOnlyList<(double FromCelsius, double ToCelsius)> grades;
    private readonly Dictionary<(PartnerSide Side, int Grade), (Estimate Share, string Note)> shares = [];

    /// <summary>Reads the processes.</summary>
    public TypicalCooling(CatalogueIndex catalogue)
    {
        grades = GradesOf(catalogue);
        Read(catalogue, PartnerSide.Offer, "waste_heat");
        Read(catalogue, PartnerSide.Need, "heat_demand");
    }

    /// <summary>Temperature to which heat offered at a temperature is cooled, or from which heat needed is warmed, deg C.</summary>
    public TypicalFigure ReturnCelsius(PartnerSide side, double supplyCelsius)
    {
        var (share, note) = shares.GetValueOrDefault((side, GradeOf(supplyCelsius)), (GuessedShare, "Estimate: half of the way to 20 deg C, as low heat and most gases are used"));
        var value = new Estimate(Return(supplyCelsius, share.High), Return(supplyCelsius, share.Typical), Return(supplyCelsius, share.Low));
        return new TypicalFigure(value, "deg C", Quality.Estimate, note);
    }

    private static double Return(double supplyCelsius, double share) => Math.Round(supplyCelsius - Math.Max(SmallestSpanK, share * (supplyCelsius - AmbientCelsius)), 1);

    private static List<(double FromCelsius, double ToCelsius)> GradesOf(CatalogueIndex catalogue)
    {
        string[] ids = ["g3_lt", "g2_mt_gas", "g1_ht_gas"];
        var read = ids.Select(id => catalogue.Find("rule", id)?.Figures.FirstOrDefault(figure => figure.Name == "temperature")).ToList();
        return read.Any(figure => figure?.Low is null || figure.High is null)
            ? [(0, 230), (230, 650), (650, double.PositiveInfinity)]
            : [.. read.Select(figure => (figure!.Low!.Value, figure.High!.Value))];
    }

    private static Estimate MiddleHalf(List<double> values)
    {
        values.Sort();
        return new Estimate(At(0.25), At(0.5), At(0.75));

        double At(double part)
        {
            var place = part * (values.Count - 1);
            var below = (int)place;
            return below + 1 < values.Count ? values[below] + (place - below) * (values[below + 1] - values[below]) : values[below];
        }
    }

    private int GradeOf(double celsius)
    {
        for (var grade = 0; grade < grades.Count - 1; grade++)
        {
            if (celsius <= grades[grade].ToCelsius)
                return grade;
        }

        return grades.Count - 1;
    }

    private void Read(CatalogueIndex catalogue, PartnerSide side, string figureKind)
    {
        var found = catalogue.OfKind("process").SelectMany(entry => entry.Figures)
            .Where(figure => figure.Kind == figureKind && figure.SupplyCelsius > figure.ReturnCelsius)
            .ToLookup(figure => GradeOf(figure.SupplyCelsius!.Value), figure => (figure.SupplyCelsius!.Value - figure.ReturnCelsius!.Value) / (figure.SupplyCelsius.Value - AmbientCelsius));
        for (var grade = 0; grade < grades.Count; grade++)
        {
            if (found[grade].Count() is var count && count >= FewestStreams)
                shares[(side, grade)] = Shown(MiddleHalf([.. found[grade]]), grade, count, figureKind);
        }
    }

    private (Estimate Share, string Note) Shown(Estimate share, int grade, int count, string figureKind) => (share, string.Format(
        CultureInfo.InvariantCulture,
        "Catalogue processes: the {0} {1} streams with a supply of {2:0}-{3:0} deg C span {4:0.00} of the way to 20 deg C (middle half {5:0.00}-{6:0.00})",
        count, figureKind, grades[grade].FromCelsius, grades[grade].ToCelsius, share.Typical, share.Low, share.High));
}
