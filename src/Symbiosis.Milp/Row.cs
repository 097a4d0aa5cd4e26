namespace Symbiosis.Milp;

/// <summary>A handle of a row, bound to the builder that made it.</summary>
/// <remarks>Equal when row and builder are equal. <c>default</c> belongs to no builder and is refused everywhere.</remarks>
public readonly record struct Row
{
    internal Row(int index, int builderId) => (Index, BuilderId) = (index, builderId);

    /// <summary>Zero-based row.</summary>
    public int Index { get; }

    internal int BuilderId { get; }
}
