using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners;

/// <summary>How much figures can be trusted: as much as the worst of them.</summary>
internal static class DataQuality
{
    /// <summary>Worst quality an element says; else that of its plant; else an estimate.</summary>
    public static Quality Of(IReadOnlyList<Provenance> element, IReadOnlyList<Provenance> plant)
    {
        var said = element.Count > 0 ? element : plant;
        var worst = said.Select(provenance => provenance.Quality).DefaultIfEmpty(Quality.Unspecified).Max();
        return worst == Quality.Unspecified ? Quality.Estimate : worst;
    }
}
