namespace Symbiosis.Domain.Parks;

/// <summary>A publication or file that figures are taken from.</summary>
public sealed record Source
{
    /// <summary>Id, unique in the park.</summary>
    public required string Id { get; init; }

    /// <summary>Title as a reader would cite it.</summary>
    public required string Title { get; init; }

    /// <summary>Where it can be found.</summary>
    public string? Address { get; init; }

    /// <summary>Grade of the source: A (primary), B (secondary), C (weak).</summary>
    public string? Grade { get; init; }
}
