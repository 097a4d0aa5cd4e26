namespace Symbiosis.Milp;

/// <summary>The values a variable may take within its bounds.</summary>
public enum VariableKind : byte
{
    /// <summary>Any real value.</summary>
    Continuous = 0,

    /// <summary>Whole numbers.</summary>
    Integer = 1,

    /// <summary>0 or 1. Bounds outside [0, 1] are a fault.</summary>
    Binary = 2,
}
