namespace Symbiosis.Benchmarks;

/// <summary>What a load has measured.</summary>
/// <param name="PerSecond">Answered requests a second.</param>
/// <param name="P99Milliseconds">99 of 100 requests were answered within this time.</param>
internal sealed record LoadResult(double PerSecond, double P99Milliseconds)
{
    /// <summary>From the times of all requests, in any order.</summary>
    /// <exception cref="InvalidDataException">There are none.</exception>
    public static LoadResult Of(List<double> milliseconds, double seconds)
    {
        if (milliseconds.Count == 0)
            throw new InvalidDataException("No request was answered.");
        milliseconds.Sort();
        return new LoadResult(milliseconds.Count / seconds, milliseconds[(int)(milliseconds.Count * 0.99)]);
    }
}
