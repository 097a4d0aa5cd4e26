using System.Collections.Frozen;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>Who gives, takes and treats which material in a park, by material. Built once; immutable.</summary>
internal sealed class ParkMarket
{
    private readonly FrozenDictionary<string, MaterialDonor[]> donors;
    private readonly FrozenDictionary<string, MaterialReceiver[]> receivers;
    private readonly FrozenDictionary<string, MaterialTreatment[]> treatments;
    private readonly FrozenDictionary<string, MaterialTreatment[]> makers;

    /// <summary>Indexes a park.</summary>
    public ParkMarket(IndexedPark park, TypicalValues typical)
    {
        Park = park;
        var series = new SeriesBook(park.Grid);
        var ports = park.Views.Select(view => PlantPorts.Of(park, view, series, typical)).ToList();
        AllReceivers = [.. ports.SelectMany(plant => plant.Receivers)];
        donors = By(ports.SelectMany(plant => plant.Donors), donor => [donor.MaterialId]);
        receivers = By(AllReceivers, receiver => receiver.Accepts.Select(acceptance => acceptance.MaterialId));
        treatments = By(ports.SelectMany(plant => plant.Treatments), treatment => treatment.Intake.Accepts.Select(acceptance => acceptance.MaterialId));
        makers = By(ports.SelectMany(plant => plant.Treatments), treatment => treatment.Products.Select(product => product.MaterialId));
    }

    /// <summary>The park.</summary>
    public IndexedPark Park { get; }

    /// <summary>All that take something.</summary>
    public IReadOnlyList<MaterialReceiver> AllReceivers { get; }

    /// <summary>Who gives a material.</summary>
    public MaterialDonor[] DonorsOf(string materialId) => donors.GetValueOrDefault(materialId, []);

    /// <summary>Who takes it.</summary>
    public MaterialReceiver[] ReceiversOf(string materialId) => receivers.GetValueOrDefault(materialId, []);

    /// <summary>Who treats it.</summary>
    public MaterialTreatment[] TreatmentsOf(string materialId) => treatments.GetValueOrDefault(materialId, []);

    /// <summary>Treatments that make it.</summary>
    public MaterialTreatment[] MakersOf(string materialId) => makers.GetValueOrDefault(materialId, []);

    private static FrozenDictionary<string, T[]> By<T>(IEnumerable<T> all, Func<T, IEnumerable<string>> materials) => all
        .SelectMany(item => materials(item).Distinct().Select(material => (material, item)))
        .GroupBy(pair => pair.material, pair => pair.item).ToFrozenDictionary(group => group.Key, group => group.ToArray());
}
