using System.Collections.Concurrent;
using Symbiosis.Domain.Plans;
using Symbiosis.Milp;
using Symbiosis.Solvers;
using Symbiosis.TestKit;

namespace Symbiosis.Planning.Tests.Laws;

/// <summary>Two engines that share no code must agree about 200 random parks, and every plan must stand the audit.</summary>
[Collection(AloneCollection.Name)]
public sealed class RandomParkTests
{
    private const int ParkCount = 200;

    private static readonly RandomParkOptions Small = new() { MaxPlantCount = 3, MaxPeriodCount = 2 };

    [Fact]
    public void Plan_RandomParks_BothEnginesAgreeAndTheAuditIsClean()
    {
        using var highs = new HighsEngine();
        using var cbc = new CbcEngine();
        var failures = new ConcurrentBag<string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken };
        Parallel.ForEach(Enumerable.Range(1, ParkCount), options, seed =>
        {
            foreach (var failure in Compare(highs, cbc, seed))
                failures.Add($"seed {seed}: {failure}");
        });

        Assert.True(failures.IsEmpty, string.Join('\n', failures.Order()));
    }

    private static List<string> Compare(ISolverEngine first, ISolverEngine second, int seed)
    {
        try
        {
            var park = RandomParks.Create(seed, Small);
            var plan = ProvenPlans.Search(first, park);
            var other = ProvenPlans.Search(second, park);
            return [.. Faults(first.Name, plan), .. Faults(second.Name, other), .. Differences(plan, other)];
        }
        catch (Exception fault) when (fault is SolverException or PlanningFault)
        {
            return [fault.Message];
        }
    }

    private static IEnumerable<string> Faults(string engineName, Plan plan)
    {
        if (plan.Outcome != Outcome.Optimal)
            yield return $"{engineName} ends {plan.Outcome}, gap {plan.Proof?.Gap}";
        foreach (var check in plan.Audit?.Checks ?? [])
        {
            foreach (var failure in check.Failures)
                yield return $"{engineName}, {check.Name}: {failure}";
        }

        if (plan.Audit is not { Clean: true })
            yield return $"{engineName}: no clean audit";
    }

    private static IEnumerable<string> Differences(Plan plan, Plan other)
    {
        if (plan.Summary is not { } first || other.Summary is not { } second)
            yield break;

        var tolerance = ProvenPlans.ToleranceCny(plan);
        if (Math.Abs((double)(first.CostCny - second.CostCny)) > tolerance)
            yield return $"plans cost {first.CostCny:#,0.00} and {second.CostCny:#,0.00}, tolerance {tolerance:0.00}";
        if (first.BaselineCostCny is not { } today || second.BaselineCostCny is not { } otherToday || Math.Abs((double)(today - otherToday)) > tolerance)
            yield return $"baselines cost {first.BaselineCostCny:#,0.00} and {second.BaselineCostCny:#,0.00}, tolerance {tolerance:0.00}";
    }
}
