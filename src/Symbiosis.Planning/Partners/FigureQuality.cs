using Symbiosis.Domain.Parks;

namespace Symbiosis.Planning.Partners;

/// <summary>How far the figures of elements can be trusted together.</summary>
internal static class FigureQuality
{
    /// <summary>Worst quality among provenances; the plant's where the element has none, an estimate where nothing is said at all.</summary>
    public static Quality Of(IReadOnlyList<Provenance> element, Plant? plant)
    {
        var said = element.Count > 0 ? element : plant?.Provenance ?? [];
        var worst = said.Count == 0 ? Quality.Estimate : said.Select(provenance => Known(provenance.Quality)).Max();
        return plant is { Illustrative: true } ? Quality.Illustrative : worst;
    }

    /// <summary>The worse of two.</summary>
    public static Quality Worse(Quality first, Quality second) => (Quality)Math.Max((int)Known(first), (int)Known(second));

    private static Quality Known(Quality quality) => quality == Quality.Unspecified ? Quality.Estimate : quality;
}
