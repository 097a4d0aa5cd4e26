using Symbiosis.Pinch.Cascading;
using Symbiosis.Pinch.Problems;

namespace Symbiosis.Pinch.Tests.Laws;

/// <summary>What holds for every problem; the seed stands in the message.</summary>
public sealed class CascadeLawTests
{
    private const int Count = 2000;

    private static readonly UtilityLevel[] Levels =
    [
        A.Level("furnace", UtilityRole.Hot, 900, 600), A.Level("hp", UtilityRole.Both, 250), A.Level("loop", UtilityRole.Both, 90, 60), A.Level("water", UtilityRole.Cold, 10, 5),
    ];

    [Fact]
    public void Of_StreamsInAnotherOrder_GivesTheSameTargets() => ForAll((seed, streams, cascade) =>
    {
        var shuffled = streams.ToArray();
        new Random(seed).Shuffle(shuffled);

        AssertSame(cascade, HeatCascade.Of(shuffled), seed);
    });

    [Fact]
    public void Of_StreamsCutInPieces_GivesTheSameTargets() => ForAll((seed, streams, cascade) =>
        AssertSame(cascade, HeatCascade.Of(streams.SelectMany((stream, i) => Cut(stream, new Random(seed + i)))), seed));

    [Fact]
    public void Of_LargerApproach_NeverNeedsLess() => ForAll((seed, streams, cascade) =>
    {
        var random = new Random(seed);
        var larger = HeatCascade.Of(streams.Select(stream => stream with { ApproachK = stream.ApproachK + random.Next(0, 3) * 5 }));

        Assert.True(larger.HotUtilityKw >= cascade.HotUtilityKw - Tolerance(cascade), $"Seed {seed}: hot {cascade.HotUtilityKw} -> {larger.HotUtilityKw}");
        Assert.True(larger.ColdUtilityKw >= cascade.ColdUtilityKw - Tolerance(cascade), $"Seed {seed}: cold {cascade.ColdUtilityKw} -> {larger.ColdUtilityKw}");
    });

    [Fact]
    public void Of_AnyStreams_HotMinusColdUtilityIsTheEnthalpyBalance() => ForAll((seed, _, cascade) => AssertNear(
        cascade.ColdStreamsKw - cascade.HotStreamsKw, cascade.HotUtilityKw - cascade.ColdUtilityKw, Tolerance(cascade), $"Seed {seed}"));

    [Fact]
    public void Of_AllHeatsScaled_ScalesTheTargets() => ForAll((seed, streams, cascade) =>
    {
        var scaled = HeatCascade.Of(streams.Select(stream => stream with { HeatKw = stream.HeatKw * 7 }));

        AssertNear(7 * cascade.HotUtilityKw, scaled.HotUtilityKw, 7 * Tolerance(cascade), $"Seed {seed}");
        Assert.Equal(cascade.Pinches.Count, scaled.Pinches.Count);
    });

    [Fact]
    public void Of_TwoSetsOfStreamsTogether_NeverNeedsMoreThanApart() => ForAll((seed, streams, cascade) =>
    {
        var others = RandomStreams.Create(seed + 1_000_000);
        var apart = cascade.HotUtilityKw + HeatCascade.Of(others).HotUtilityKw;

        var together = HeatCascade.Of([.. streams, .. others]);

        Assert.True(together.HotUtilityKw <= apart + Tolerance(together), $"Seed {seed}: {apart} apart, {together.HotUtilityKw} together");
    });

    [Fact]
    public void Of_MeanDuties_NeverNeedsMoreThanTheStepsInTheMean() => ForAll((seed, streams, cascade) =>
    {
        var random = new Random(seed);
        var other = streams.ConvertAll(stream => stream with { HeatKw = stream.HeatKw * 2 * random.NextDouble() });
        var mean = streams.Zip(other, (one, two) => one with { HeatKw = (one.HeatKw + two.HeatKw) / 2 });

        var averaged = HeatCascade.Of(mean);

        Assert.True(averaged.HotUtilityKw <= (cascade.HotUtilityKw + HeatCascade.Of(other).HotUtilityKw) / 2 + Tolerance(cascade), $"Seed {seed}");
    });

    [Fact]
    public void Of_AnyProblem_DestroysNoNegativeExergyBetweenStreams() => ForAll((seed, streams, _) =>
    {
        var targets = PlantTargets.Of(A.Problem(streams, seed % 2 == 0 ? [] : Levels));
        var exergy = targets.Exergy;

        Assert.True(exergy.DestroyedInRecoveryKw >= -Tolerance(targets.Cascade), $"Seed {seed}: {exergy.DestroyedInRecoveryKw}");
        Assert.True(exergy.DestroyedAtUtilitiesKw >= -Tolerance(targets.Cascade), $"Seed {seed}: {exergy.DestroyedAtUtilitiesKw}");
        AssertNear(exergy.SourcesKw + exergy.HotUtilityKw, exergy.SinksKw + exergy.ColdUtilityKw + exergy.DestroyedKw, Tolerance(targets.Cascade), $"Seed {seed}");
    });

    [Fact]
    public void Of_AnyProblem_CurvesHaveTheWidthOfTheirHeat() => ForAll((seed, streams, cascade) =>
    {
        if (cascade.Points.Count == 0) return;
        var curves = PlantTargets.Of(A.Problem(streams)).Curves;
        var tolerance = Tolerance(cascade);

        AssertNear(cascade.HotStreamsKw, curves.Hot.LastOrDefault().HeatKw, tolerance, $"Seed {seed}: hot");
        if (curves.Cold.Count > 0) AssertNear(cascade.ColdStreamsKw + cascade.ColdUtilityKw, curves.Cold[^1].HeatKw, tolerance, $"Seed {seed}: cold");
        AssertNear(curves.BalancedHot.LastOrDefault().HeatKw, curves.BalancedCold.LastOrDefault().HeatKw, tolerance, $"Seed {seed}: balanced");
        AssertNear(cascade.HotUtilityKw, curves.Sinks.LastOrDefault().HeatKw, tolerance, $"Seed {seed}: sinks");
        AssertNear(cascade.ColdUtilityKw, curves.Sources.LastOrDefault().HeatKw, tolerance, $"Seed {seed}: sources");
    });

    private static void ForAll(Action<int, List<ProcessStream>, HeatCascade> holds)
    {
        for (var seed = 0; seed < Count; seed++)
        {
            var streams = RandomStreams.Create(seed);
            holds(seed, streams, HeatCascade.Of(streams));
        }
    }

    private static IEnumerable<ProcessStream> Cut(ProcessStream stream, Random random)
    {
        var share = random.NextDouble();
        var middle = stream.SupplyCelsius + share * (stream.TargetCelsius - stream.SupplyCelsius);
        yield return stream with { TargetCelsius = middle, HeatKw = share * stream.HeatKw };

        // The rest side by side: two parallel branches.
        yield return stream with { SupplyCelsius = middle, HeatKw = 0.3 * (1 - share) * stream.HeatKw };
        yield return stream with { SupplyCelsius = middle, HeatKw = 0.7 * (1 - share) * stream.HeatKw };
    }

    private static void AssertSame(HeatCascade expected, HeatCascade actual, int seed)
    {
        AssertNear(expected.HotUtilityKw, actual.HotUtilityKw, Tolerance(expected), $"Seed {seed}: hot");
        AssertNear(expected.ColdUtilityKw, actual.ColdUtilityKw, Tolerance(expected), $"Seed {seed}: cold");
        AssertNear(expected.OptionalCoolingKw, actual.OptionalCoolingKw, Tolerance(expected), $"Seed {seed}: optional cooling");
        Assert.True(expected.Pinches.Count == actual.Pinches.Count, $"Seed {seed}: {expected.Pinches.Count} and {actual.Pinches.Count} pinches");
        foreach (var (one, other) in expected.Pinches.Zip(actual.Pinches))
        {
            Assert.Equal(one.UpperCelsius, other.UpperCelsius, 1e-5);
            Assert.Equal(one.LowerCelsius, other.LowerCelsius, 1e-5);
        }
    }

    private static double Tolerance(HeatCascade cascade) => 2e-9 * (cascade.HotStreamsKw + cascade.ColdStreamsKw) + 1e-9;

    private static void AssertNear(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, FormattableString.Invariant($"{what}: expected {expected}, got {actual}"));
}
