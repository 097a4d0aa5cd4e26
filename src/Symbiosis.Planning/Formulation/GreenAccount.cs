using Symbiosis.Milp;

namespace Symbiosis.Planning.Formulation;

/// <summary>Sums for the green share, kWh in the horizon.</summary>
internal sealed class GreenAccount
{
    /// <summary>Green power bought or made.</summary>
    public LinearExpression GreenKwh { get; } = new();

    /// <summary>Power drawn from the grid and made from sun and wind.</summary>
    public LinearExpression UsedKwh { get; } = new();
}
