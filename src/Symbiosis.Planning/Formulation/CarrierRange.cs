namespace Symbiosis.Planning.Formulation;

/// <summary>Temperatures over which a heat carrier gives and takes heat.</summary>
/// <param name="Supply">Supply temperature, deg C.</param>
/// <param name="Return">Return temperature, deg C; the supply temperature for steam.</param>
/// <param name="ApproachK">Its contribution to the minimum approach temperature, K.</param>
internal sealed record CarrierRange(double Supply, double Return, double ApproachK)
{
    /// <summary>Lowest shifted temperature of generation: heat below it cannot raise the carrier.</summary>
    public double ColdLow => Math.Min(Supply, Return) + ApproachK;

    /// <summary>Highest shifted temperature of generation.</summary>
    public double ColdHigh => Math.Max(Supply, Return) + ApproachK;

    /// <summary>Lowest shifted temperature of use.</summary>
    public double HotLow => Math.Min(Supply, Return) - ApproachK;

    /// <summary>Highest shifted temperature of use: needs above it cannot be met.</summary>
    public double HotHigh => Math.Max(Supply, Return) - ApproachK;
}
