namespace Symbiosis.Planning.Partners.Materials;

/// <summary>A way to keep a blend within its limits. Shares are of the receiver's need: displacement x flow / need.</summary>
/// <param name="Purchase">Bought input that fills up the rest, as an index; -1: none.</param>
/// <param name="Low">Least share, [0, 1]; above 0 where the bought input alone would break a limit.</param>
/// <param name="High">Largest share, [0, 1].</param>
/// <param name="Dilution">Tonnes of bought input that a tonne needs at the least, where the receiver would buy nothing otherwise.</param>
/// <param name="Component">Component whose limit sets the largest share; null: none does.</param>
internal readonly record struct BlendOption(int Purchase, double Low, double High, double Dilution, string? Component)
{
    /// <summary>No limits.</summary>
    public static readonly BlendOption Free = new(-1, 0, 1, 0, null);
}
