using Symbiosis.Pinch.Problems;

namespace Symbiosis.Pinch.Tests.Laws;

/// <summary>Random streams: temperatures on a coarse grid, so that they often coincide; some isothermal, some without heat.</summary>
internal static class RandomStreams
{
    public static List<ProcessStream> Create(int seed, int mostStreams = 12)
    {
        var random = new Random(seed);
        var streams = new List<ProcessStream>();
        var count = random.Next(1, mostStreams + 1);
        var oneSided = random.NextDouble() < 0.05;
        for (var i = 0; i < count; i++)
        {
            var isHot = oneSided || random.NextDouble() < 0.5;
            var one = 10.0 * random.Next(2, 40) + (random.NextDouble() < 0.3 ? random.NextDouble() : 0);
            var other = random.NextDouble() < 0.15 ? one : 10.0 * random.Next(2, 40);
            var (low, high) = (Math.Min(one, other), Math.Max(one, other));
            streams.Add(new ProcessStream
            {
                Name = $"s{i}",
                IsHot = isHot,
                SupplyCelsius = isHot ? high : low,
                TargetCelsius = isHot ? low : high,
                HeatKw = random.NextDouble() < 0.05 ? 0 : random.NextDouble() < 0.5 ? random.Next(1, 50) * 10 : random.NextDouble() * 1000,
                ApproachK = random.Next(0, 4) * 2.5,
                MustCool = random.NextDouble() < 0.7,
            });
        }

        return streams;
    }

    public static HeatProblem Problem(int seed) => new() { Id = $"seed {seed}", Name = $"seed {seed}", Streams = Create(seed) };
}
