using Symbiosis.Pinch.Problems;
using Symbiosis.Pinch.Sites;
using Symbiosis.Pinch.Tests.Laws;

namespace Symbiosis.Pinch.Tests.Sites;

public sealed class SiteTargetsTests
{
    private static readonly UtilityLevel[] Levels =
    [
        A.Level("hp", UtilityRole.Both, 250), A.Level("lp", UtilityRole.Both, 150), A.Level("water", UtilityRole.Cold, 20),
    ];

    [Fact]
    public void Of_SurplusOfAHotterLevel_IsLetDown()
    {
        var site = SiteTargets.Of("site", "Site", [Problem("donor", A.Hot(300, 260, 400)), Problem("receiver", A.Cold(80, 120, 300))], stop: TestContext.Current.CancellationToken);

        var (hp, lp) = (site.Levels[0], site.Levels[1]);
        Assert.Equal((400, 300, 100), (hp.GeneratedKw, hp.LetDownOutKw, hp.SurplusKw));
        Assert.Equal((300, 300, 300, 0), (lp.UsedKw, lp.NetUsedKw, lp.LetDownInKw, lp.BoughtKw));
        Assert.Equal(new UtilityTotals(0, 100, 300), site.ThroughUtilities);
        Assert.Null(site.SitePinchCelsius);
    }

    [Fact]
    public void Of_SurplusOfAColderLevel_CannotClimb()
    {
        var site = SiteTargets.Of("site", "Site", [Problem("donor", A.Hot(200, 160, 400)), Problem("receiver", A.Cold(180, 220, 300))], stop: TestContext.Current.CancellationToken);

        Assert.Equal(new UtilityTotals(300, 400, 0), site.ThroughUtilities);
        Assert.Equal(250, site.SitePinchCelsius);
    }

    [Fact]
    public void Of_LevelThatIsNotShared_FeedsNobodyElse()
    {
        UtilityLevel[] own = [A.Level("hp", UtilityRole.Both, 250) with { IsShared = false }];
        var site = SiteTargets.Of("site", "Site", [Problem("donor", A.Hot(300, 260, 400)) with { Utilities = own }, Problem("receiver", A.Cold(80, 120, 300)) with { Utilities = own }], stop: TestContext.Current.CancellationToken);

        Assert.Equal(300, site.ThroughUtilities.HotUtilityKw, 1e-9);
    }

    [Fact]
    public void Of_HeatBoughtForTheLowerLevel_CouldMakePower()
    {
        var site = SiteTargets.Of("site", "Site", [Problem("receiver", A.Cold(80, 120, 300)), Problem("other", A.Cold(200, 220, 100))], stop: TestContext.Current.CancellationToken);

        var step = Assert.Single(site.Cogeneration);
        Assert.Equal(("hp", "lp", 300d), (step.UpperLevel, step.LowerLevel, Math.Round(step.PassingKw, 9)));
        Assert.Equal(300 * (1 - 423.15 / 523.15), step.IdealPowerKw, 1e-9);
        Assert.Equal(0.7 * step.IdealPowerKw, step.PowerKw, 1e-9);
    }

    [Fact]
    public void Of_RandomSites_LieInTheirOrder()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var problems = Enumerable.Range(0, 3).Select(plant => A.Problem(RandomStreams.Create(10_000 + 3 * seed + plant), Levels)).ToList();

            var site = SiteTargets.Of("site", "Site", problems, stop: TestContext.Current.CancellationToken);

            var tolerance = 3 * site.Integrated.Cascade.ZeroKw + 1e-9;
            Assert.True(site.Integrated.Cascade.HotUtilityKw <= site.ThroughUtilities.HotUtilityKw + tolerance, $"Seed {seed}");
            Assert.True(site.ThroughUtilities.HotUtilityKw <= site.Separate.HotUtilityKw + tolerance, $"Seed {seed}");
            Assert.Equal(site.Separate.ColdUtilityKw - site.Separate.HotUtilityKw, site.ThroughUtilities.ColdUtilityKw - site.ThroughUtilities.HotUtilityKw, tolerance);
            Assert.Equal(site.Separate.HotUtilityKw, site.Levels.Sum(level => level.UsedKw), tolerance);
            Assert.Equal(site.ThroughUtilities.HotUtilityKw, site.Levels.Sum(level => level.BoughtKw), tolerance);
        }
    }

    private static HeatProblem Problem(string id, params ProcessStream[] streams) => new() { Id = id, Name = id, Streams = streams, Utilities = Levels };
}
