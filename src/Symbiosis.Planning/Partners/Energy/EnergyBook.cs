using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>A park's carriers and what every view of every plant could give and take. Immutable.</summary>
internal sealed class EnergyBook
{
    /// <summary>Reads a park.</summary>
    public EnergyBook(IndexedPark park, TypicalValues typical)
    {
        Park = park;
        Lanes = new CarrierLanes(park).Create();
        Plants = [.. park.Views.Select(view => new PlantEnergyReader(park, Lanes, typical, view).Read())];
    }

    /// <summary>The park.</summary>
    public IndexedPark Park { get; }

    /// <summary>Its carriers.</summary>
    public IReadOnlyList<CarrierLane> Lanes { get; }

    /// <summary>Its plants, as the park's views.</summary>
    public IReadOnlyList<PlantEnergy> Plants { get; }
}
