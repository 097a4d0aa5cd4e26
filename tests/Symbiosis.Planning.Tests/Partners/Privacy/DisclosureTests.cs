using System.Text.Json;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;
using Symbiosis.Planning.Partners;
using Symbiosis.Planning.Partners.Typical;
using Symbiosis.TestKit;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.Planning.Tests.Partners.Privacy;

/// <summary>Attacks on what a plant keeps to itself: a stranger asks whatever he likes and compares the answers.</summary>
public sealed class DisclosureTests
{
    private const int ParkCount = 100;
    private const string Owner = "works owner";

    [Fact]
    public void Find_ForAStranger_IsTheSameForAllFiguresInTheRanges()
    {
        var namedCount = 0;
        for (var seed = 0; seed < ParkCount; seed++)
        {
            var random = new Random(seed);
            var park = WithFirst(RandomParks.Create(seed), plant => PlantFigures.WithoutProfiles(plant) with { Visibility = Visibility.RangeOnly, Owner = Owner });
            var other = WithFirst(park, plant => PlantFigures.ShiftedInRanges(plant, random));

            var (finder, otherFinder) = (Finder(park), Finder(other));
            foreach (var (question, index) in Questions(park, random).Select((question, index) => (question, index)))
            {
                var (one, two) = (Ask(finder, question, PartnerViewer.Stranger), Ask(otherFinder, question, PartnerViewer.Stranger));
                Assert.True(one == two, $"seed {seed}, question {index}:\n{one}\n{two}");
                namedCount += one.Contains($"\"{park.Plants[0].Id}\"", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.True(namedCount > ParkCount, $"Only {namedCount} answers spoke of the plant, so that little was tried.");
    }

    [Fact]
    public void Find_ForItsOwner_DiffersWithTheFigures()
    {
        var random = new Random(5);
        var park = WithFirst(RandomParks.Create(5), plant => PlantFigures.WithoutProfiles(plant) with { Visibility = Visibility.RangeOnly, Owner = Owner });
        var other = WithFirst(park, plant => PlantFigures.ShiftedInRanges(plant, random));
        var (finder, otherFinder) = (Finder(park), Finder(other));

        Assert.Contains(Questions(park, random), question => Ask(finder, question, new PartnerViewer(false, Owner)) != Ask(otherFinder, question, new PartnerViewer(false, Owner)));
    }

    [Fact]
    public void Find_ForAStranger_DoesNotDependOnAHiddenPlantsFigures()
    {
        for (var seed = 0; seed < ParkCount; seed++)
        {
            var random = new Random(seed);
            var park = WithFirst(RandomParks.Create(seed), plant => PlantFigures.WithoutProfiles(plant) with { Visibility = Visibility.Hidden, Owner = Owner });
            var other = WithFirst(park, plant => PlantFigures.ShiftedFar(plant, random));

            var (finder, otherFinder) = (Finder(park), Finder(other));
            foreach (var question in Questions(park, random))
            {
                var (one, two) = (Ask(finder, question, PartnerViewer.Stranger), Ask(otherFinder, question, PartnerViewer.Stranger));
                Assert.True(one == two, $"seed {seed}:\n{one}\n{two}");
            }
        }
    }

    [Fact]
    public void Find_ForAStranger_NamesNothingOfAPlantThatIsNotPublic()
    {
        for (var seed = 0; seed < ParkCount; seed++)
        {
            var random = new Random(seed);
            var park = WithFirst(RandomParks.Create(seed), plant => plant with
            {
                Visibility = seed % 2 == 0 ? Visibility.RangeOnly : Visibility.Hidden,
                Owner = Owner,
                Streams = [.. plant.Streams.Select((stream, i) => stream with { Id = $"secret-{i}", Name = $"secret {i}" })],
                Outlets = [.. plant.Outlets.Select((outlet, i) => outlet with { Id = $"secret-out-{i}" })],
                Inlets = [.. plant.Inlets.Select((inlet, i) => inlet with { Id = $"secret-in-{i}" })],
                Storages = [],
            });

            var finder = Finder(park);
            foreach (var question in Questions(park, random))
                Assert.DoesNotContain("secret", Ask(finder, question, PartnerViewer.Stranger), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1400)]
    [InlineData(2200)]
    public void Bisection_OverTheHeatOffered_FindsTheMiddleOfTheRangeOnly(double trueKw)
    {
        var park = TwoWorks(trueKw);

        Assert.Equal(trueKw, LargestTaken(park, PartnerViewer.Planner), trueKw * 0.01);
        Assert.Equal(Math.Pow(1.5, 18), LargestTaken(park, PartnerViewer.Stranger), 20.0);
    }

    [Fact]
    public void Find_InTheNameOfAPlantThatIsNotYours_IsRefusedBeforeItsElementsAreLookedUp()
    {
        var park = TwoWorks(1000);
        var question = new PartnerQuestion { Element = new ElementSubject { ParkId = park.Id, PlantId = "taker", ElementId = "cold2" } };

        var answer = Finder(park).Find(question, new PartnerViewer(false, "other"));

        var violation = Assert.Single(answer.Violations);
        Assert.Equal((ViolationCodes.PlantNotYours, "request.element.plant_id"), (violation.Code, violation.FieldPath));
        Assert.DoesNotContain("cold", violation.Sentence, StringComparison.Ordinal);
    }

    // What a stranger can do: raise the offer until no more of it is taken.
    private static double LargestTaken(Park park, PartnerViewer viewer)
    {
        var finder = Finder(park);
        var (low, high) = (1.0, 1e5);
        while (high / low > 1.001)
        {
            var middle = Math.Sqrt(low * high);
            var question = new PartnerQuestion { Side = PartnerSide.Offer, Heat = new HeatSubject { SupplyCelsius = 190, ReturnCelsius = 185, HeatKw = middle, HoursPerYear = 8760, ApproachK = 0 }, Place = new Place { NodeId = "giver" } };
            var partner = finder.Find(question, viewer).Value!.Partners.FirstOrDefault();
            (low, high) = partner is null || partner.OfferShare > 0.999 ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static Park TwoWorks(double needKw) => APark().WithHotWater("hw", 130, 60).WithSize("hw", 50_000, 10)
        .WithPlant("giver", plant => plant.WithColdUtility())
        .WithPlant("taker", plant => plant.WithColdStream(30, 70, needKw).WithHotUtility(0.5).With(built => built with { Visibility = Visibility.RangeOnly, Owner = Owner }))
        .WithCorridor("giver", "taker", 100).Build();

    private static PartnerFinder Finder(Park park) => new(PartnerIndex.Build([park], TypicalValues.None));

    private static string Ask(PartnerFinder finder, PartnerQuestion question, PartnerViewer viewer)
    {
        var answer = finder.Find(question, viewer);
        return JsonSerializer.Serialize(new { answer.Value, answer.Violations });
    }

    private static Park WithFirst(Park park, Func<Plant, Plant> change) => park with { Plants = [change(park.Plants[0]), .. park.Plants.Skip(1)] };

    private static IEnumerable<PartnerQuestion> Questions(Park park, Random random)
    {
        foreach (var side in new[] { PartnerSide.Offer, PartnerSide.Need })
        {
            for (var i = 0; i < 4; i++)
            {
                yield return Whole(new PartnerQuestion
                {
                    Side = side,
                    Heat = new HeatSubject { SupplyCelsius = 40 + random.NextDouble() * 300, HeatKw = Math.Exp(random.NextDouble() * 12), HoursPerYear = 500 + random.NextDouble() * 8000 },
                    Place = new Place { NodeId = park.Sites[random.Next(park.Sites.Count)].Id },
                });
            }

            foreach (var material in park.Materials)
                yield return Whole(new PartnerQuestion { Side = side, Material = new MaterialSubject { MaterialId = material.Id, FlowTPerH = Math.Exp(random.NextDouble() * 8 - 2) }, Place = new Place { NodeId = park.Sites[0].Id } });
            yield return Whole(new PartnerQuestion { Side = side, Power = new PowerSubject { PowerKw = Math.Exp(random.NextDouble() * 10) }, Place = new Place { NodeId = park.Sites[0].Id } });
            foreach (var plant in park.Plants)
                yield return Whole(new PartnerQuestion { Side = side, Element = new ElementSubject { ParkId = park.Id, PlantId = plant.Id } });
        }

        static PartnerQuestion Whole(PartnerQuestion question) => question with { Limit = 100, RuledOutLimit = 500 };
    }
}
