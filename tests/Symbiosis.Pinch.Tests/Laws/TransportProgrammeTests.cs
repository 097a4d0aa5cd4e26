using Symbiosis.Milp;
using Symbiosis.Pinch.Cascading;
using Symbiosis.Solvers;

namespace Symbiosis.Pinch.Tests.Laws;

/// <summary>The cascade against an independent linear programme, solved by an engine that knows nothing of heat.</summary>
public sealed class TransportProgrammeTests
{
    private const int ProblemCount = 1000;
    private const int BatchSize = 100;
    private const int MostStreams = 8;

    [Fact]
    public void Of_ThousandRandomProblems_EqualsTheLinearProgramme()
    {
        using var engine = new HighsEngine();
        for (var first = 0; first < ProblemCount; first += BatchSize)
        {
            var seeds = Enumerable.Range(first, BatchSize).ToList();
            var programme = new TransportProgramme($"seeds from {first}");
            foreach (var seed in seeds) programme.Add(RandomStreams.Create(seed, MostStreams));
            using var session = engine.Open(programme.Build());
            var result = session.Solve(new SolveOptions(), stop: TestContext.Current.CancellationToken);

            Assert.Equal(Termination.Optimal, result.Termination);
            foreach (var (seed, leastKw) in seeds.Zip(programme.HotUtilitiesKw(result.Values ?? [])))
            {
                var cascade = HeatCascade.Of(RandomStreams.Create(seed, MostStreams));
                Assert.True(
                    Math.Abs(leastKw - cascade.HotUtilityKw) <= 1e-6 * (1 + cascade.ColdStreamsKw),
                    FormattableString.Invariant($"Seed {seed}: programme {leastKw}, cascade {cascade.HotUtilityKw}"));
            }
        }
    }
}
