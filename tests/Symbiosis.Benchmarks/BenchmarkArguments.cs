using System.Globalization;

namespace Symbiosis.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchmarkArguments
{
    public const string Usage = "guixi|build|parks|grpc|partners [--days N] [--seconds S] [--gap G]";

    /// <summary>Name of the benchmark.</summary>
    public required string Name { get; init; }

    /// <summary>Typical days in place of the park's, 1 to 366; null: the park's.</summary>
    public int? DayCount { get; init; }

    /// <summary>Wall time of a search, above 0; null: the benchmark's default.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Gap at which a search ends, share of the baseline's gross cost, [0, 1].</summary>
    public double Gap { get; init; } = 0.01;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It is not as <see cref="Usage"/> says.</exception>
    public static BenchmarkArguments Parse(IReadOnlyList<string> words)
    {
        if (words.Count % 2 != 1)
            throw new FormatException($"Expected: {Usage}");

        var arguments = new BenchmarkArguments { Name = words[0] };
        for (var i = 1; i < words.Count; i += 2)
        {
            var value = double.Parse(words[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture);
            arguments = words[i] switch
            {
                "--days" when value is >= 1 and <= 366 => arguments with { DayCount = (int)value },
                "--seconds" when value is > 0 and <= 1e6 => arguments with { TimeLimit = TimeSpan.FromSeconds(value) },
                "--gap" when value is >= 0 and <= 1 => arguments with { Gap = value },
                _ => throw new FormatException($"{words[i]} {words[i + 1]} is not understood. Expected: {Usage}"),
            };
        }

        return arguments;
    }
}
