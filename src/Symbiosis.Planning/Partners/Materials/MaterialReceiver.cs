using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Subjects;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>Where a material is taken: an inlet, or a port of a converter that runs on bought input today.</summary>
internal sealed record MaterialReceiver
{
    /// <summary>Place.</summary>
    public required SubjectPlace Place { get; init; }

    /// <summary>Plant as it is seen; null: the question's own.</summary>
    public IndexedPlant? View { get; init; }

    /// <summary>Id of the plant, where it is one.</summary>
    public string? PlantId { get; init; }

    /// <summary>Inlet or "converter/port".</summary>
    public required string ElementId { get; init; }

    /// <summary>What it accepts.</summary>
    public required IReadOnlyList<Acceptance> Accepts { get; init; }

    /// <summary>What it can buy.</summary>
    public IReadOnlyList<Purchase> Purchases { get; init; } = [];

    /// <summary>Prices of that, CNY/t, [purchase][period].</summary>
    public IReadOnlyList<double[]> PricesCnyPerT { get; init; } = [];

    /// <summary>Limits on the blend.</summary>
    public IReadOnlyList<QualityLimit> Limits { get; init; } = [];

    /// <summary>Smallest lot of one donor, t/h.</summary>
    public double MinLotTPerH { get; init; }

    /// <summary>Need over the periods of the park that the match is reckoned in, t/h of the input as bought, [period].</summary>
    public required double[] Need { get; init; }

    /// <summary>The need is met in full today, by purchases; else nothing is displaced.</summary>
    public bool Required { get; init; }

    /// <summary>Worst quality of these figures.</summary>
    public Quality Quality { get; init; }

    /// <summary>Terms for a material; null: it does not accept it.</summary>
    public Acceptance? Accepting(string materialId)
    {
        foreach (var acceptance in Accepts)
        {
            if (acceptance.MaterialId == materialId)
                return acceptance;
        }

        return null;
    }
}
