namespace Symbiosis.Domain.Parks;

/// <summary>A surcharge on the energy beyond a volume.</summary>
public sealed record TariffTier
{
    /// <summary>Volume drawn in the horizon from which it holds, kWh.</summary>
    public required double FromKwh { get; init; }

    /// <summary>Surcharge on the part beyond, CNY/kWh; not less than that of the step before.</summary>
    public required double SurchargeCnyPerKwh { get; init; }
}
