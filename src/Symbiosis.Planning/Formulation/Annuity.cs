namespace Symbiosis.Planning.Formulation;

/// <summary>Yearly payment per unit invested: r / (1 - (1+r)^-n); 1 / n at zero interest (VDI 2067-1:2012, eq. 17).</summary>
internal static class Annuity
{
    /// <summary>The factor, 1/a.</summary>
    /// <param name="rate">Interest rate, 1/a, at least 0.</param>
    /// <param name="years">Lifetime, a, above 0.</param>
    public static double Factor(double rate, double years) => rate == 0 ? 1 / years : rate / (1 - Math.Pow(1 + rate, -years));
}
