namespace Symbiosis.Domain.Parks;

/// <summary>Flow lost at one port per flow at another.</summary>
public sealed record TradeOff
{
    /// <summary>The other port.</summary>
    public required string PortId { get; init; }

    /// <summary>Flow lost per unit of the other port's flow.</summary>
    public required double Loss { get; init; }
}
