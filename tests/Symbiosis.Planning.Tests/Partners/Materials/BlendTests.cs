using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Materials;
using Symbiosis.Planning.Partners.Subjects;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.Planning.Tests.Partners.Materials;

/// <summary>The exact blend range against trying every share on a fine grid.</summary>
public sealed class BlendTests
{
    private const int StepCount = 4000;
    private const double Tolerance = 1.0 / StepCount + 1e-9;

    private static readonly string[] Components = ["As", "Fe", "SO3"];

    [Fact]
    public void Options_RandomLimits_AgreeWithTryingEveryShare()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var random = new Random(seed);
            var material = Composition(random);
            var bought = Composition(random);
            var displacement = 0.3 + 1.2 * random.NextDouble();
            var receiver = Receiver(Limits(random), bought, isRequired: true);

            var option = Blend.Options(receiver, displacement, material, null).Select(found => (BlendOption?)found).SingleOrDefault();

            var tried = Enumerable.Range(0, StepCount + 1).Select(step => (double)step / StepCount)
                .Where(share => share > 0 && Holds(receiver.Limits, material, bought, share / displacement, 1 - share)).ToList();
            if (tried.Count == 0)
            {
                Assert.True(option is null || option.Value.High - option.Value.Low <= Tolerance, $"seed {seed}: {option} but no share holds");
                continue;
            }

            Assert.True(option is not null, $"seed {seed}: {tried.Max()} holds");
            Assert.True(Math.Abs(option.Value.High - tried.Max()) <= Tolerance, $"seed {seed}: {option} against {tried.Max()}");
            Assert.True(Math.Abs(option.Value.Low - tried.Min()) <= Tolerance, $"seed {seed}: {option} against {tried.Min()}");
        }
    }

    [Fact]
    public void Options_ReceiverThatNeedNotBuy_DilutesAsLittleAsTheLimitsAllow()
    {
        // 0.4 and 0.05 mixed 1 : 4 make 0.12; the tonne and its 4 fill the inlet, so 1 in 5.
        var receiver = Receiver([new QualityLimit { Component = "Fe", MaxFraction = 0.12 }], [Of("Fe", 0.05)], isRequired: false);

        var option = Assert.Single(Blend.Options(receiver, 1, [Of("Fe", 0.4)], null));

        Assert.Equal(4, option.Dilution, 9);
        Assert.Equal(0.2, option.High, 9);
    }

    [Fact]
    public void Today_CheapestBreaksALimit_TakesTheCheapestThatHolds()
    {
        var receiver = Receiver([new QualityLimit { Component = "Fe", MaxFraction = 0.1 }], [], isRequired: true) with
        {
            Purchases = [Bought("dear", 30, 0.02), Bought("foul", 5, 0.3), Bought("good", 20, 0.05)],
        };

        Assert.Equal(2, Blend.Today(receiver));
    }

    private static bool Holds(IReadOnlyList<QualityLimit> limits, IReadOnlyList<Content> material, IReadOnlyList<Content> bought, double materialFlow, double boughtFlow) =>
        limits.All(limit =>
        {
            var fraction = (Fraction(material, limit.Component) * materialFlow + Fraction(bought, limit.Component) * boughtFlow) / (materialFlow + boughtFlow);
            return fraction <= (limit.MaxFraction ?? 1) + 1e-12 && fraction >= (limit.MinFraction ?? 0) - 1e-12;
        });

    private static double Fraction(IReadOnlyList<Content> composition, string component) => composition.FirstOrDefault(part => part.Component == component)?.Fraction ?? 0;

    private static List<Content> Composition(Random random) => [.. Components.Where(_ => random.NextDouble() < 0.8).Select(component => Of(component, random.NextDouble() / Components.Length))];

    private static List<QualityLimit> Limits(Random random) => [.. Components.Where(_ => random.NextDouble() < 0.6).Select(component => random.Next(2) == 0
        ? new QualityLimit { Component = component, MaxFraction = random.NextDouble() / Components.Length }
        : new QualityLimit { Component = component, MinFraction = random.NextDouble() / Components.Length / 2 })];

    private static Content Of(string component, double fraction) => new() { Component = component, Fraction = fraction };

    private static Purchase Bought(string id, double priceCnyPerT, double fe) => new() { Id = id, PriceCnyPerT = priceCnyPerT, Composition = [Of("Fe", fe)] };

    private static MaterialReceiver Receiver(IReadOnlyList<QualityLimit> limits, IReadOnlyList<Content> bought, bool isRequired)
    {
        var park = new IndexedPark(APark().WithSite("site").Build());
        return new MaterialReceiver
        {
            Place = new SubjectPlace(park, 0, 0, null, null),
            ElementId = "in",
            Accepts = [],
            Limits = limits,
            Purchases = [new Purchase { Id = "bought", PriceCnyPerT = 10, Composition = bought }],
            PricesCnyPerT = [[10]],
            Need = [10],
            Required = isRequired,
        };
    }
}
