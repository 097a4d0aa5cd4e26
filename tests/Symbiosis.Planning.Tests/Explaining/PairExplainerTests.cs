using Symbiosis.Api.Reading;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Planning.Explaining;

namespace Symbiosis.Planning.Tests.Explaining;

/// <summary>The pairs of data/parks/three-plants; section 5 of its README works the brickyard's steam out by hand.</summary>
public sealed class PairExplainerTests(HighsFixture highs) : IClassFixture<HighsFixture>
{
    // The extension to the brickyard loses 286,320 CNY with the 2.4 GWh it delivers at full load; further kWh cost 0.16 each at half load.
    private const double MissingCny = 286_320.0 / 2_400_000;
    private const double CoalStoveEfficiency = 0.7;
    private const int Digits = 5;

    private static readonly PairQuestion SteamToBrickyard = new() { FromPlantId = "smelter", ToPlantId = "brickyard", CarrierId = "steam" };

    private readonly Park park = ParkFile.Read(Path.Combine(RepositoryFolder(), "data", "parks", "three-plants", "park.json")).Value!;

    [Fact]
    public void Explain_SteamToTheBrickyard_MissesWhatIsWorkedOutByHand()
    {
        var explanation = Explain(SteamToBrickyard);

        Assert.True(explanation.Finding == PairFinding.DoesNotPay, explanation.ToString());
        Assert.Equal("ECONOMICS", explanation.Reason);
        Assert.Equal(10_766_400.00, (double)explanation.PlanCostCny!, 1.0);
        Assert.Equal(11_052_720.00, (double)explanation.CoupledPlanCostCny!, 1.0);
        var breakEven = explanation.BreakEven!;
        Assert.Equal(2_400_000, breakEven.Amount, 10.0);
        Assert.Equal(MissingCny, breakEven.MissingCny, Digits);
        Assert.Equal(0.20, breakEven.WorthTodayCny!.Value, Digits);
        Assert.Equal(0.20 + MissingCny, breakEven.BreakEvenCny!.Value, Digits);
        Assert.Equal(["smelter-site", "paper-site", "brick-site"], explanation.Coupling!.RouteNodeIds);
    }

    [Fact]
    public void Explain_ToAGapOfNothing_HasARangeOfNothing()
    {
        var breakEven = Explain(SteamToBrickyard).BreakEven!;

        Assert.Equal(MissingCny, breakEven.MissingLowCny, 4);
        Assert.Equal(MissingCny, breakEven.MissingHighCny, 4);
    }

    [Fact]
    public void Explain_ToARoughGap_HasARangeThatHoldsTheExactAnswer()
    {
        var breakEven = new PairExplainer(highs.Engine)
            .Explain(park, null, SteamToBrickyard, new PlanOptions { Gap = 0.01 }, TestContext.Current.CancellationToken).BreakEven!;

        Assert.InRange(MissingCny, breakEven.MissingLowCny - 1e-5, breakEven.MissingHighCny + 1e-5);
    }

    [Theory]
    [InlineData(1.02, true)]
    [InlineData(0.98, false)]
    public void Plan_DisplacedHeatDearerByTheMissingWorth_CouplesThePair(double share, bool couples)
    {
        var dearer = DearerCoal(share * MissingCny * CoalStoveEfficiency);

        var plan = ProvenPlans.Search(highs.Engine, dearer);

        Assert.Equal(couples, plan.Couplings.Any(SteamToBrickyard.IsAbout));
    }

    [Fact]
    public void Explain_DisplacedHeatDearerThanBreakEven_IsCoupledWithoutAPrice()
    {
        var explanation = Explain(SteamToBrickyard, DearerCoal(1.02 * MissingCny * CoalStoveEfficiency));

        Assert.Equal(PairFinding.Coupled, explanation.Finding);
        Assert.Null(explanation.BreakEven);
        Assert.NotNull(explanation.Coupling);
    }

    [Fact]
    public void Explain_APairOfThePlan_IsCoupled()
    {
        var steam = Explain(new PairQuestion { FromPlantId = "smelter", ToPlantId = "paper-works", CarrierId = "steam" });
        var slag = Explain(new PairQuestion { FromPlantId = "smelter", ToPlantId = "brickyard", MaterialId = "slag" });

        Assert.Equal(PairFinding.Coupled, steam.Finding);
        Assert.Equal(PairFinding.Coupled, slag.Finding);
        Assert.Equal(33_600, slag.Coupling!.Amount, 1.0);
        Assert.Null(slag.BreakEven);
        Assert.Equal(slag.PlanCostCny, slag.CoupledPlanCostCny);
    }

    [Theory]
    [InlineData("paper-works", "smelter", "steam", null, "NO_SUPPLY")]
    [InlineData("smelter", "paper-works", null, "slag", "NO_USE")]
    [InlineData("paper-works", "brickyard", null, "slag", "NO_SUPPLY")]
    public void Explain_WhatNoPriceHelps_IsImpossibleForAReason(string from, string to, string? carrierId, string? materialId, string reason)
    {
        var explanation = Explain(new PairQuestion { FromPlantId = from, ToPlantId = to, CarrierId = carrierId, MaterialId = materialId });

        Assert.Equal(PairFinding.Impossible, explanation.Finding);
        Assert.Equal(reason, explanation.Reason);
        Assert.NotEmpty(explanation.Fact);
        Assert.Null(explanation.BreakEven);
    }

    [Fact]
    public void Explain_ForbiddenByTheScenario_IsImpossible()
    {
        var scenario = new Scenario { Id = "no-steam", Couplings = [new CouplingRule { Kind = RuleKind.Forbid, CarrierId = "steam" }] };

        var explanation = new PairExplainer(highs.Engine).Explain(park, scenario, SteamToBrickyard, new PlanOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(PairFinding.Impossible, explanation.Finding);
        Assert.Equal("FORBIDDEN", explanation.Reason);
    }

    [Fact]
    public void Explain_PipesSmallerThanATenthOfTheNeed_AsksForLess()
    {
        var narrow = park with { Sizes = [.. park.Sizes.Take(1).Select(size => size with { CapacityKw = 20, LossWPerM = 0 })] };

        var explanation = Explain(SteamToBrickyard, narrow);

        Assert.Equal(PairFinding.DoesNotPay, explanation.Finding);
        // Two ways of 20 kW each, where a tenth of the dryer's 500 kW would be 50.
        Assert.InRange(explanation.BreakEven!.LeastAmount, 1, 40 * 8_400);
        Assert.InRange(explanation.BreakEven.Amount, explanation.BreakEven.LeastAmount, 40 * 8_400 + 1);
    }

    [Fact]
    public void Explain_StoppedAtOnce_IsUndecidedOrCoupled()
    {
        var explanation = new PairExplainer(highs.Engine).Explain(park, null, SteamToBrickyard, new PlanOptions(), new CancellationToken(canceled: true));

        Assert.Equal(PairFinding.Undecided, explanation.Finding);
        Assert.Equal("TIME_LIMIT", explanation.Reason);
    }

    private PairExplanation Explain(PairQuestion question, Park? other = null) =>
        new PairExplainer(highs.Engine).Explain(other ?? park, null, question, new PlanOptions { Gap = 0 }, TestContext.Current.CancellationToken);

    private Park DearerCoal(double cnyPerKwh) => park with
    {
        Fuels = [.. park.Fuels.Select(fuel => fuel.Id == "coal" ? fuel with { PriceCnyPerKwh = fuel.PriceCnyPerKwh + cnyPerKwh } : fuel)],
    };

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Symbiosis.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Symbiosis.sln stands in no folder above the tests.");
    }
}
