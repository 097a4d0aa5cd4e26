using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.Planning.Tests.Partners.Materials;

/// <summary>Laws that hold in every park, tried on random ones; a failure names the seed.</summary>
public sealed class MaterialMarketLawTests
{
    private const double YearHours = 8760;
    private const int ParkCount = 40;
    private const int PlantCount = 12;

    private static readonly string[] Materials = ["ash", "slag", "gypsum"];

    [Fact]
    public void Find_RandomParks_NeverMovesMoreThanEitherSideHas()
    {
        ForEachOutlet((seed, park, plant, outlet, findings) =>
        {
            var offered = YearTonnes(park, outlet.FlowTPerH, outlet.FlowProfileId);
            foreach (var partner in findings.Partners)
            {
                var taker = park.Plants.First(candidate => candidate.Id == partner.PlantId);
                var inlet = taker.Inlets.First(candidate => candidate.Id == partner.ElementIds[0]);
                var terms = inlet.Accepts.First(acceptance => acceptance.MaterialId == outlet.MaterialId);
                var wanted = YearTonnes(park, inlet.FlowTPerH, inlet.FlowProfileId) * terms.MaxShare / terms.Displacement;
                Assert.True(partner.Amount <= offered * (1 + 1e-9), $"seed {seed} {plant.Id}>{partner.PlantId}: {partner.Amount} of {offered}");
                Assert.True(partner.Amount <= wanted * (1 + 1e-9), $"seed {seed} {plant.Id}>{partner.PlantId}: {partner.Amount} for {wanted}");
                Assert.True(partner.YearlyGainCny.Low <= partner.YearlyGainCny.Typical && partner.YearlyGainCny.Typical <= partner.YearlyGainCny.High, $"seed {seed}");
                Assert.True(partner.YearlyGainCny.Typical > 0, $"seed {seed}");
                var second = partner.Chain.FirstOrDefault(step => step.Kind == ChainKind.SecondTaker)?.Amount ?? 0;
                Assert.True(partner.Amount + second <= offered * (1 + 1e-9), $"seed {seed}: {partner.Amount} and {second} of {offered}");
            }
        });
    }

    [Fact]
    public void Find_PlantsInAnotherOrder_FindsTheSame()
    {
        ForEachOutlet((seed, park, plant, outlet, findings) =>
        {
            var turned = Market.Ask(park with { Plants = [.. park.Plants.Reverse()] }, plant.Id, outlet.Id);

            Assert.True(Lines(findings).SequenceEqual(Lines(turned)), $"seed {seed} {plant.Id}");
        });
    }

    [Fact]
    public void Find_WaysTwiceAsLong_NeverGainsMore()
    {
        ForEachOutlet((seed, park, plant, outlet, findings) =>
        {
            var longer = park with { Corridors = [.. park.Corridors.Select(corridor => corridor with { LengthM = 2 * corridor.LengthM })] };
            var far = Market.Ask(longer, plant.Id, outlet.Id).Partners.ToDictionary(partner => partner.PlantId, partner => partner.YearlyGainCny.Typical);

            foreach (var partner in findings.Partners)
                Assert.True(far.GetValueOrDefault(partner.PlantId) <= partner.YearlyGainCny.Typical + 1e-6, $"seed {seed} {plant.Id}>{partner.PlantId}");
            Assert.True(far.Count <= findings.Partners.Count, $"seed {seed}");
        });
    }

    [Fact]
    public void Find_FromBothEnds_SeesTheSamePairs()
    {
        for (var seed = 1; seed <= ParkCount; seed++)
        {
            // One inlet a plant, so that the best of a plant is the pair itself.
            var park = RandomPark(seed);
            foreach (var (plant, outlet) in park.Plants.SelectMany(plant => plant.Outlets.Select(outlet => (plant, outlet))))
            {
                foreach (var partner in Market.Ask(park, plant.Id, outlet.Id).Partners)
                {
                    var back = Market.Ask(park, partner.PlantId, partner.ElementIds[0]).Partners.FirstOrDefault(found => found.PlantId == plant.Id);
                    Assert.True(back is not null && back.YearlyGainCny.Typical >= partner.YearlyGainCny.Typical - 1e-6, $"seed {seed} {plant.Id}>{partner.PlantId}");
                }
            }
        }
    }

    private static void ForEachOutlet(Action<int, Park, Plant, Outlet, MatchFindings> check)
    {
        var partnerCount = 0;
        for (var seed = 1; seed <= ParkCount; seed++)
        {
            var park = RandomPark(seed);
            foreach (var plant in park.Plants)
            {
                foreach (var outlet in plant.Outlets)
                {
                    var findings = Market.Ask(park, plant.Id, outlet.Id);
                    partnerCount += findings.Partners.Count;
                    check(seed, park, plant, outlet, findings);
                }
            }
        }

        Assert.True(partnerCount > 10 * ParkCount, $"only {partnerCount} partners: the laws were hardly tried");
    }

    private static IEnumerable<string> Lines(MatchFindings findings) => findings.Partners
        .Select(partner => $"{partner.PlantId} {string.Join(',', partner.ElementIds)} {partner.TransportModeId} {partner.Amount:R} {partner.YearlyGainCny.Typical:R} {string.Join(',', partner.Chain.Select(step => step.PlantId))}")
        .Concat(findings.RuledOut.Select(ruled => $"{ruled.PlantId} {ruled.Reason} {ruled.BreakEvenCny:0.######}"))
        .Order(StringComparer.Ordinal);

    private static double YearTonnes(Park park, double flowTPerH, string? profileId) =>
        flowTPerH * YearHours * (profileId is null ? 1 : park.Profiles.First(profile => profile.Id == profileId).Values.Average());

    private static Park RandomPark(int seed)
    {
        var random = new Random(seed);
        var park = APark().WithPeriods([6, 6, 6, 6], 365)
            .WithProfile("early", 1, 0.8, 0.2, 0).WithProfile("late", 0, 0.3, 1, 1)
            .WithTrucks(0.5 + random.NextDouble(), 20 * random.NextDouble());
        foreach (var material in Materials)
            park.WithMaterial(material, ("Fe", random.NextDouble() / 2), ("As", random.NextDouble() / 100));
        for (var i = 0; i < PlantCount; i++)
        {
            park.WithPlant($"p{i:00}", plant =>
            {
                if (random.Next(2) == 0)
                    plant.WithOutlet(Pick(random, Materials), 1 + 20 * random.NextDouble(), 150 * random.NextDouble() - 50, outlet => outlet with { FlowProfileId = Pick(random, "early", "late", null) });
                else
                    plant.WithInlet(Pick(random, Materials), 1 + 20 * random.NextDouble(), 200 * random.NextDouble(), inlet => Vary(random, inlet));
            });
            if (i > 0)
                park.WithCorridor($"p{random.Next(i):00}", $"p{i:00}", 500 + 20_000 * random.NextDouble());
        }

        return park.With(built => built with
        {
            TransportModes = [.. built.TransportModes, new TransportMode { Id = "belt", Kind = TransportKind.Conveyor, LinkCnyPerM = 2000 * random.NextDouble(), LinkFixedCny = 1e5, LinkCapacityTPerH = 10, MaxDistanceKm = 15 }],
        }).Build();
    }

    private static Inlet Vary(Random random, Inlet inlet) => inlet with
    {
        Required = random.Next(4) > 0,
        FlowProfileId = Pick(random, "early", "late", null),
        MinLotTPerH = random.Next(4) == 0 ? 2 : 0,
        Accepts = [.. Materials.Select(material => new Acceptance { MaterialId = material, Displacement = 0.5 + random.NextDouble(), MaxShare = 0.3 + 0.7 * random.NextDouble(), TreatmentCnyPerT = 40 * random.NextDouble() - 20 })],
        Limits = random.Next(2) == 0 ? [] : [new QualityLimit { Component = "Fe", MaxFraction = random.NextDouble() / 3 }],
    };

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
