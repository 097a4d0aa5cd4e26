namespace Symbiosis.TestKit.RandomParkParts;

/// <summary>Random numbers with few digits, so that a failing park can be read.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>A whole number, both ends included.</summary>
    public int Count(int min, int max) => _random.Next(min, max + 1);

    /// <summary>A number to three significant digits.</summary>
    public double Between(double min, double max)
    {
        var value = min + (max - min) * _random.NextDouble();
        if (value == 0)
            return 0;

        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        return Math.Clamp(double.Parse($"{Math.Round(value / unit) * unit:G12}"), min, max);
    }

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>A profile of the park for loads, or none.</summary>
    public string? LoadProfile() => Chance(0.5) ? Pick(RandomTime.LoadProfileIds) : null;
}
