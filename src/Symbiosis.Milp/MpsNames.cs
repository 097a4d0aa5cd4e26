namespace Symbiosis.Milp;

/// <summary>Which names an MPS file carries.</summary>
public enum MpsNames
{
    /// <summary>The model's names, with characters MPS cannot carry replaced and clashes numbered.</summary>
    Readable,

    /// <summary><c>C0, C1, …</c> and <c>R0, R1, …</c> by index: short, and read back without a table.</summary>
    Indexed,
}
