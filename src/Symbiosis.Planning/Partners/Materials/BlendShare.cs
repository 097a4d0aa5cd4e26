using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>What another donor already gives into a blend.</summary>
/// <param name="Share">Its largest share of the need, [0, 1].</param>
/// <param name="Displacement">Tonnes of bought input that a tonne of it displaces.</param>
/// <param name="Composition">Its composition.</param>
internal sealed record BlendShare(double Share, double Displacement, IReadOnlyList<Content> Composition);
