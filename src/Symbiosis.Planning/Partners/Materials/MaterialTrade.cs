using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Subjects;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>A material that is offered or needed, with everything filled in.</summary>
internal sealed record MaterialTrade
{
    /// <summary>Which end asks.</summary>
    public required PartnerSide Side { get; init; }

    /// <summary>Where it stands.</summary>
    public required SubjectPlace Place { get; init; }

    /// <summary>Plant and element that ask; null: none that stands in a park.</summary>
    public string? PlantId { get; init; }

    /// <summary>Element: outlet, inlet or "converter/port".</summary>
    public string? ElementId { get; init; }

    /// <summary>Flow, t/h.</summary>
    public required SubjectFlow Flow { get; init; }

    /// <summary>What leaves, in the form of a park's outlet; with an offer only. Its flow is in <see cref="Flow"/>.</summary>
    public Outlet? Outlet { get; init; }

    /// <summary>What is taken, in the form of a park's inlet; with a need only.</summary>
    public Inlet? Inlet { get; init; }

    /// <summary>The material, where a park knows it; a park's own entry of the same id wins over this one where it is stricter.</summary>
    public Material? Material { get; init; }

    /// <summary>With a need of a converter that lives on what it is brought: what it makes of it. <see cref="Inlet"/> is its port then.</summary>
    public MaterialTreatment? Treatment { get; init; }

    /// <summary>What was filled in.</summary>
    public IReadOnlyList<FilledValue> Filled { get; init; } = [];
}
