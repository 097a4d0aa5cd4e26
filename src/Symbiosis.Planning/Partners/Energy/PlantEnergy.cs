using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What one view of a plant could give to others and take from them, carrier by carrier. Immutable.</summary>
/// <param name="View">The plant as it is seen.</param>
/// <param name="Gives">Ways of giving, [carrier].</param>
/// <param name="Takes">Ways of taking, [carrier].</param>
/// <param name="HottestCelsius">Highest shifted temperature of its hot streams, deg C; null: it has none.</param>
/// <param name="ColdestCelsius">Lowest shifted temperature of its cold streams, deg C; null: it has none.</param>
internal sealed record PlantEnergy(
    IndexedPlant View, IReadOnlyList<CarrierPort>[] Gives, IReadOnlyList<CarrierPort>[] Takes, double? HottestCelsius, double? ColdestCelsius);
