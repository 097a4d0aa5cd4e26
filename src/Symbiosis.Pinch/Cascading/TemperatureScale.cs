namespace Symbiosis.Pinch.Cascading;

/// <summary>
/// The temperatures at which something starts or ends, from hot to cold, each once. Temperatures closer than
/// <see cref="SameK"/> are one: 110.1 - 10 and 90.1 + 10 differ by a rounding error, and a stream that condenses at the one must be
/// able to evaporate another at the other.
/// </summary>
internal sealed class TemperatureScale
{
    /// <summary>Temperatures closer than this are the same, K. No thermometer tells them apart.</summary>
    public const double SameK = 1e-6;

    private readonly double[] celsius;

    private TemperatureScale(double[] celsius) => this.celsius = celsius;

    public int Count => celsius.Length;

    public double this[int index] => celsius[index];

    public static TemperatureScale Of(IReadOnlyList<HeatSpan> spans, IEnumerable<double> others)
    {
        var all = new List<double>(2 * spans.Count);
        foreach (var span in spans)
        {
            all.Add(span.HighCelsius);
            all.Add(span.LowCelsius);
        }

        all.AddRange(others);
        all.Sort((one, other) => other.CompareTo(one));
        var distinct = new List<double>(all.Count);
        foreach (var temperature in all)
        {
            // Measured from the first of a group, so that a long row of close temperatures does not melt into one.
            if (distinct.Count == 0 || distinct[^1] - temperature > SameK) distinct.Add(temperature);
        }

        return new TemperatureScale([.. distinct]);
    }

    /// <summary>Index of the group a temperature belongs to: the coldest that is not colder.</summary>
    public int IndexOf(double temperature)
    {
        var low = 0;
        var high = celsius.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (celsius[middle] >= temperature) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}
