using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Subjects;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>Where a material leaves: an outlet, or a port of a converter that stands and can run by itself.</summary>
internal sealed record MaterialDonor
{
    /// <summary>Place.</summary>
    public required SubjectPlace Place { get; init; }

    /// <summary>Plant as it is seen; null: the question's own.</summary>
    public IndexedPlant? View { get; init; }

    /// <summary>Id of the plant, where it is one.</summary>
    public string? PlantId { get; init; }

    /// <summary>Outlet or "converter/port".</summary>
    public required string ElementId { get; init; }

    /// <summary>Material.</summary>
    public required string MaterialId { get; init; }

    /// <summary>What law and safety say of it.</summary>
    public MaterialHazard Hazard { get; init; }

    /// <summary>Composition.</summary>
    public IReadOnlyList<Content> Composition { get; init; } = [];

    /// <summary>Flow over the periods of the park that the match is reckoned in, t/h, [period].</summary>
    public required double[] Flow { get; init; }

    /// <summary>Cost of disposal today, CNY/t; negative: it is sold.</summary>
    public double DisposalCnyPerT { get; init; }

    /// <summary>CO2 of that disposal, kg/t.</summary>
    public double DisposalCo2KgPerT { get; init; }

    /// <summary>Cost of making it ready, CNY/t.</summary>
    public double HandlingCnyPerT { get; init; }

    /// <summary>Worst quality of these figures.</summary>
    public Quality Quality { get; init; }
}
