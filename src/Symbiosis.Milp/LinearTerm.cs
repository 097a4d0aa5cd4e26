namespace Symbiosis.Milp;

/// <summary>One variable times its coefficient.</summary>
public readonly record struct LinearTerm(Variable Variable, double Coefficient);
