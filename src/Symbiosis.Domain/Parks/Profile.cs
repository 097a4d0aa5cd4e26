namespace Symbiosis.Domain.Parks;

/// <summary>
/// A series of factors. Accepted lengths: the number of periods; 24 (the same day shape every day, prorated over
/// each step); the horizon in hours (hourly).
/// </summary>
public sealed record Profile
{
    /// <summary>Id, unique in the park; column name in a CSV of profiles.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The values; empty only where a CSV beside the park has a column of this id that the client merges in.
    /// </summary>
    public IReadOnlyList<double> Values { get; init; } = [];
}
