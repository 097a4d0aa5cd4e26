using System.Globalization;
using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>
/// The largest share of a material in what a receiver takes such that every limit holds on the blend with one bought input:
/// <c>s/d (a - q) + (1 - s)(b - q) &lt;= 0</c> for a largest fraction q (>= 0 for a smallest), a and b the fractions in the material and in the
/// bought input, d the displacement. Each limit is linear in s, so the range of s is exact. A mix of several bought inputs is not looked at.
/// </summary>
internal static class Blend
{
    private const double Tolerance = 1e-12;

    /// <summary>All ways that allow some share, one a bought input that is large enough; empty: the limits allow none.</summary>
    /// <param name="receiver">Who takes it.</param>
    /// <param name="displacement">Tonnes of bought input that a tonne displaces, above 0.</param>
    /// <param name="composition">What is taken.</param>
    /// <param name="besides">What another donor gives already; null: nothing.</param>
    public static IReadOnlyList<BlendOption> Options(MaterialReceiver receiver, double displacement, IReadOnlyList<Content> composition, BlendShare? besides)
    {
        if (receiver.Limits.Count == 0 && receiver.Purchases.Count <= 1)
            return [receiver is { Required: true, Purchases.Count: 1 } ? BlendOption.Free with { Purchase = 0 } : BlendOption.Free];

        var options = new List<BlendOption>();
        if (!receiver.Required || receiver.Purchases.Count == 0)
        {
            if (Spoiled(receiver.Limits, composition) is null)
                return [BlendOption.Free];
            if (receiver.Required)
                return [];
            for (var i = 0; i < receiver.Purchases.Count; i++)
                AddDiluted(options, receiver, i, displacement, composition);
            return options;
        }

        var peak = receiver.Need.Max();
        for (var i = 0; i < receiver.Purchases.Count; i++)
        {
            var isLargeEnough = receiver.Purchases.Count == 1 || (receiver.Purchases[i].MaxTPerH ?? double.PositiveInfinity) >= peak;
            if (isLargeEnough && Range(receiver, i, displacement, composition, besides) is { } range)
                options.Add(range);
        }

        return options;
    }

    /// <summary>The bought input that a receiver would use today: the cheapest that keeps the limits alone, else the cheapest; -1: none.</summary>
    public static int Today(MaterialReceiver receiver)
    {
        var best = -1;
        var bestFits = false;
        for (var i = 0; i < receiver.Purchases.Count; i++)
        {
            var fits = Spoiled(receiver.Limits, receiver.Purchases[i].Composition) is null;
            if (best < 0 || (fits && !bestFits) || (fits == bestFits && receiver.Purchases[i].PriceCnyPerT < receiver.Purchases[best].PriceCnyPerT))
                (best, bestFits) = (i, fits);
        }

        return best;
    }

    /// <summary>The first limit that a composition breaks on its own.</summary>
    public static QualityLimit? Spoiled(IReadOnlyList<QualityLimit> limits, IReadOnlyList<Content> composition)
    {
        foreach (var limit in limits)
        {
            var fraction = Fraction(composition, limit.Component);
            if (fraction > (limit.MaxFraction ?? 1) + Tolerance || fraction < (limit.MinFraction ?? 0) - Tolerance)
                return limit;
        }

        return null;
    }

    /// <summary>A broken limit in words.</summary>
    public static string Sentence(QualityLimit limit, IReadOnlyList<Content> composition)
    {
        var asked = (limit.MinFraction, limit.MaxFraction) switch
        {
            ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $"between {min:0.######} and {max:0.######}"),
            ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"at least {min:0.######}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"at most {limit.MaxFraction:0.######}"),
        };
        return string.Create(
            CultureInfo.InvariantCulture, $"Its {limit.Component} is {Fraction(composition, limit.Component):0.######}; the blend must be {asked}, and no bought input mends it.");
    }

    private static BlendOption? Range(MaterialReceiver receiver, int purchase, double displacement, IReadOnlyList<Content> composition, BlendShare? besides)
    {
        var (low, high, component) = (0.0, 1 - (besides?.Share ?? 0), (string?)null);
        var bought = receiver.Purchases[purchase].Composition;
        foreach (var limit in receiver.Limits)
        {
            if (limit.MaxFraction is { } max)
                Cut(limit.Component, max, 1);
            if (limit.MinFraction is { } min)
                Cut(limit.Component, min, -1);
        }

        return high > Tolerance && low <= high ? new BlendOption(purchase, low, high, 0, component) : null;

        // What another donor gives varies over time between nothing and its largest share; a row that holds at both ends holds between them.
        void Cut(string name, double limit, double sign)
        {
            CutAt(name, limit, sign, 0);
            if (besides is { } other)
                CutAt(name, limit, sign, other.Share);
        }

        void CutAt(string name, double limit, double sign, double share)
        {
            var (a, b) = (sign * (Fraction(composition, name) - limit), sign * (Fraction(bought, name) - limit));
            var other = besides is { } given ? share * (sign * (Fraction(given.Composition, name) - limit) / given.Displacement - b) : 0;
            var (slope, constant) = (a / displacement - b, b + other);
            if (slope > Tolerance)
            {
                if (-constant / slope < high)
                    (high, component) = (Math.Max(0, -constant / slope), name);
            }
            else if (slope < -Tolerance)
            {
                low = Math.Max(low, -constant / slope);
            }
            else if (constant > Tolerance)
            {
                high = 0;
            }
        }
    }

    // The receiver buys nothing of its own accord; what it buys only dilutes.
    private static void AddDiluted(List<BlendOption> options, MaterialReceiver receiver, int purchase, double displacement, IReadOnlyList<Content> composition)
    {
        var (least, most, component) = (0.0, double.PositiveInfinity, (string?)null);
        foreach (var limit in receiver.Limits)
        {
            foreach (var (bound, sign) in new[] { (limit.MaxFraction, 1.0), (limit.MinFraction, -1.0) })
            {
                if (bound is not { } q)
                    continue;
                var a = sign * (Fraction(composition, limit.Component) - q);
                var b = sign * (Fraction(receiver.Purchases[purchase].Composition, limit.Component) - q);
                if (a > Tolerance && b >= 0)
                    return;
                if (a > Tolerance && a / -b > least)
                    (least, component) = (a / -b, limit.Component);
                else if (a <= 0 && b > Tolerance)
                    most = Math.Min(most, -a / b);
            }
        }

        if (least <= most)
            options.Add(new BlendOption(purchase, 0, displacement / (displacement + least), least, component));
    }

    private static double Fraction(IReadOnlyList<Content> composition, string component)
    {
        foreach (var content in composition)
        {
            if (content.Component == component)
                return content.Fraction;
        }

        return 0;
    }
}
