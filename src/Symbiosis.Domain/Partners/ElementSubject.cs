namespace Symbiosis.Domain.Partners;

/// <summary>An element that stands in a park: stream, outlet, inlet, converter port, demand, supply, offtake, generator, grid connection.</summary>
public sealed record ElementSubject
{
    /// <summary>Park.</summary>
    public required string ParkId { get; init; }

    /// <summary>Plant.</summary>
    public required string PlantId { get; init; }

    /// <summary>Id of the element in the plant; "converter/port" for a converter's port; absent: all that the plant offers (or needs).</summary>
    public string? ElementId { get; init; }
}
