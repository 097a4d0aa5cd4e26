namespace Symbiosis.Milp;

/// <summary>A handle of a column, bound to the builder that made it.</summary>
/// <remarks>Equal when column and builder are equal. <c>default</c> belongs to no builder and is refused everywhere.</remarks>
public readonly record struct Variable
{
    internal Variable(int index, int builderId) => (Index, BuilderId) = (index, builderId);

    /// <summary>Zero-based column.</summary>
    public int Index { get; }

    internal int BuilderId { get; }
}
