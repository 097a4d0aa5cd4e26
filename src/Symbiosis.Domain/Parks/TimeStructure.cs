namespace Symbiosis.Domain.Parks;

/// <summary>
/// The time that is modelled. With `periods` the steps are as given; with `typical_days` hourly profiles are
/// reduced; with neither, the longest profile decides (its values share the horizon equally), and without
/// profiles the horizon is one step.
/// </summary>
public sealed record TimeStructure
{
    /// <summary>Length of the modelled time, h. Default 8760 (a year).</summary>
    public double HorizonHours { get; init; } = 8760;

    /// <summary>Explicit steps; duration times weight adds up to the horizon.</summary>
    public IReadOnlyList<Period> Periods { get; init; } = [];

    /// <summary>Reduction of hourly profiles to typical days. Not together with `periods`.</summary>
    public TypicalDays? TypicalDays { get; init; }

    /// <summary>
    /// Which part of a year's annuities and yearly fixed costs the horizon bears. Default horizon_hours / 8760.
    /// </summary>
    public double? YearlyChargeFactor { get; init; }
}
