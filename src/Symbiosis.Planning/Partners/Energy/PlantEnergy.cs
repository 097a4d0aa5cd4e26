using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What one view of a plant could give to others and take from them, carrier by carrier. Immutable.</summary>
/// <param name="view">The plant as it is seen.</param>
/// <param name="gives">Ways of giving, [carrier].</param>
/// <param name="takes">Ways of taking, [carrier].</param>
/// <param name="hottestCelsius">Highest shifted temperature of its hot streams, deg C; null: it has none.</param>
/// <param name="coldestCelsius">Lowest shifted temperature of its cold streams, deg C; null: it has none.</param>
internal sealed class PlantEnergy(
    IndexedPlant view, IReadOnlyList<CarrierPort>[] gives, IReadOnlyList<CarrierPort>[] takes, double? hottestCelsius, double? coldestCelsius)
{
    /// <summary>The plant as it is seen.</summary>
    public IndexedPlant View => view;

    /// <summary>Ways of giving, [carrier].</summary>
    public IReadOnlyList<CarrierPort>[] Gives => gives;

    /// <summary>Ways of taking, [carrier].</summary>
    public IReadOnlyList<CarrierPort>[] Takes => takes;

    /// <summary>Highest shifted temperature of its hot streams, deg C; null: it has none.</summary>
    public double? HottestCelsius => hottestCelsius;

    /// <summary>Lowest shifted temperature of its cold streams, deg C; null: it has none.</summary>
    public double? ColdestCelsius => coldestCelsius;
}
