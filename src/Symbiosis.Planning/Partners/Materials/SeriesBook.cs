using Symbiosis.Domain.Time;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>
/// Series of a park while it is indexed. Laying a profile over the steps takes longer than scaling it, and many elements share one: with 10,000
/// elements that was most of the time. Not thread-safe.
/// </summary>
internal sealed class SeriesBook(TimeGrid grid)
{
    private readonly Dictionary<string, double[]> factors = new(StringComparer.Ordinal);

    /// <summary>A scalar times a profile, [period]; owned by the caller.</summary>
    public double[] Of(double scalar, string? profileId)
    {
        if (profileId is null)
            return grid.Series(scalar, null);
        if (!factors.TryGetValue(profileId, out var profile))
            factors.Add(profileId, profile = grid.Series(1, profileId));

        var series = new double[profile.Length];
        for (var t = 0; t < series.Length; t++)
            series[t] = scalar * profile[t];
        return series;
    }
}
