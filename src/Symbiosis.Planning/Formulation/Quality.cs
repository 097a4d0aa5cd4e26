using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Formulation;

/// <summary>Reads compositions.</summary>
internal static class Quality
{
    /// <summary>Share of a component by mass; 0 where none is given.</summary>
    public static double Fraction(IReadOnlyList<Content> composition, string component) =>
        composition.FirstOrDefault(content => content.Component == component)?.Fraction ?? 0;
}
