namespace Symbiosis.Domain.Scenarios;

/// <summary>Changed prices of a material, wherever it is disposed of, treated or displaced.</summary>
public sealed record MaterialOverride
{
    /// <summary>The material.</summary>
    public required string MaterialId { get; init; }

    /// <summary>Factor on its disposal cost. Default 1.</summary>
    public double DisposalFactor { get; init; } = 1;

    /// <summary>Factor on the price of bought inputs at inlets that accept it. Default 1.</summary>
    public double PurchaseFactor { get; init; } = 1;
}
