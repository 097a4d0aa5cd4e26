namespace Symbiosis.Milp;

/// <summary>Two inclusive sides of a column or row, never NaN, never crossed.</summary>
public readonly record struct ModelBounds(double Lower, double Upper);
