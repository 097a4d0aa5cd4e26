using System.Collections.Concurrent;
using Symbiosis.Domain.Graph;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Time;
using Symbiosis.Planning.Partners.Privacy;
using Symbiosis.Planning.Partners.Routing;

namespace Symbiosis.Planning.Partners.Indexing;

/// <summary>What all questions to a park share: its steps, its ways, its plants as they may be seen. Immutable.</summary>
internal sealed class IndexedPark
{
    private const double HoursPerYear = 8760;
    private readonly double usualAnnuity;
    private readonly ConcurrentDictionary<(double Rate, double Years), double> annuities = [];

    /// <summary>Lays out a valid park.</summary>
    public IndexedPark(Park park)
    {
        Park = park;
        Grid = TimeGrid.Create(park);
        Hours = [.. Grid.Periods.Select(period => period.Hours * HoursPerYear / Grid.HorizonHours)];
        Graph = ParkGraph.Create(park);
        Roads = new RouteTable(Graph, [.. Graph.Corridors.Select(corridor => corridor.Corridor.NoTransport ? null : RouteLeg.Road(corridor.LengthM))]);
        Materials = park.Materials.ToDictionary(material => material.Id, StringComparer.Ordinal);
        usualAnnuity = Formulation.Annuity.Factor(park.Economics.DiscountRate, park.Economics.DefaultLifetimeYears);
        TrenchRate = Annuity(null, park.Network.TrenchLifetimeYears) + park.Economics.OmFraction;
        Views = [.. park.Plants.SelectMany(ViewsOf)];
    }

    /// <summary>The park.</summary>
    public Park Park { get; }

    /// <summary>Its steps.</summary>
    public TimeGrid Grid { get; }

    /// <summary>Hours of a year that each step stands for, [period]; they add up to 8,760.</summary>
    public double[] Hours { get; }

    /// <summary>Its nodes and corridors.</summary>
    public ParkGraph Graph { get; }

    /// <summary>Ways of trucks, trains and conveyors.</summary>
    public RouteTable Roads { get; }

    /// <summary>Its materials by id.</summary>
    public IReadOnlyDictionary<string, Material> Materials { get; }

    /// <summary>All plants, those that are not public twice; see <see cref="IndexedPlant"/>.</summary>
    public IReadOnlyList<IndexedPlant> Views { get; }

    /// <summary>Yearly cost per CNY of civil works: annuity, operation and maintenance, 1/a.</summary>
    public double TrenchRate { get; }

    /// <summary>Yearly payment per CNY invested, 1/a.</summary>
    /// <param name="rate">Interest rate, 1/a; null: the park's.</param>
    /// <param name="lifetimeYears">Lifetime, a; null: the park's default.</param>
    public double Annuity(double? rate, double? lifetimeYears) => rate is null && lifetimeYears is null
        ? usualAnnuity
        : annuities.GetOrAdd((rate ?? Park.Economics.DiscountRate, lifetimeYears ?? Park.Economics.DefaultLifetimeYears), law => Formulation.Annuity.Factor(law.Rate, law.Years));

    /// <summary>Present worth of 1 CNY a year over the park's default lifetime, a.</summary>
    public double PresentWorthYears => 1 / Annuity(null, null);

    private IEnumerable<IndexedPlant> ViewsOf(Plant plant, int index)
    {
        var node = Graph.NodeIndex(plant.SiteId);
        yield return new IndexedPlant(plant, index, node, DisclosureLevel.Full, 1);
        if (plant.Visibility is Visibility.RangeOnly or Visibility.Hidden)
        {
            var level = plant.Visibility == Visibility.Hidden ? DisclosureLevel.Contact : DisclosureLevel.Ranges;
            yield return new IndexedPlant(PlantVeil.Of(plant, Grid), index, node, level, PlantVeil.Spread);
        }
    }
}
