using Symbiosis.Domain.Parks;
using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>Where a plant takes material: an inlet or a converter's port.</summary>
internal sealed class MaterialSink
{
    /// <summary>Index of the plant.</summary>
    public required int PlantIndex { get; init; }

    /// <summary>Plant and element, "plant/inlet" or "plant/converter/port".</summary>
    public required string Key { get; init; }

    /// <summary>Element in the plant, "inlet" or "converter/port".</summary>
    public required string ElementId { get; init; }

    /// <summary>Field of the request.</summary>
    public required string Path { get; init; }

    /// <summary>Field path of the messages that hold accepts and purchases.</summary>
    public required string TermsPath { get; init; }

    /// <summary>What it accepts.</summary>
    public required IReadOnlyList<Acceptance> Accepts { get; init; }

    /// <summary>What can be bought.</summary>
    public required IReadOnlyList<Purchase> Purchases { get; init; }

    /// <summary>Limits on the blend.</summary>
    public required IReadOnlyList<QualityLimit> Limits { get; init; }

    /// <summary>Smallest lot of one donor, t/h.</summary>
    public required double MinLotTPerH { get; init; }

    /// <summary>Need, or largest intake, per period, t/h.</summary>
    public required LinearExpression[] Need { get; init; }

    /// <summary>Most it can be, per period, t/h.</summary>
    public required double[] Max { get; init; }

    /// <summary>The need must be met in full.</summary>
    public required bool Required { get; init; }
}
