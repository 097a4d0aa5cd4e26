namespace Symbiosis.Domain.Parks;

/// <summary>Hours with a price factor.</summary>
public sealed record TariffWindow
{
    /// <summary>Months it holds, 1 to 12; empty: all.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>First hour of the day, [0, 24).</summary>
    public required double FromHour { get; init; }

    /// <summary>Last hour of the day (exclusive), (0, 24]; less than from_hour: over midnight.</summary>
    public required double ToHour { get; init; }

    /// <summary>Factor on the energy price.</summary>
    public required double Factor { get; init; }

    /// <summary>Name for people: peak, flat, valley.</summary>
    public string? Name { get; init; }
}
