using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Parks;
using Symbiosis.Planning.Partners.Typical;

namespace Symbiosis.Planning.Suggesting;

/// <summary>What the catalogue's materials say of themselves: who makes and takes them, what they replace, how dangerous they are.</summary>
internal sealed class MaterialLinks(CatalogueIndex catalogue)
{
    private const string Kind = "material";
    private const string HazardPrefix = "HAZARD_CLASS_";

    /// <summary>Id of a material in a park file: with hyphens, as parks write it.</summary>
    public static string ParkId(string materialId) => materialId.Replace('_', '-');

    /// <summary>Materials that a process is said to make.</summary>
    public IEnumerable<CatalogueEntry> MadeBy(string processId) => catalogue.OfKind(Kind).Where(entry => Lists(entry, "producers", processId));

    /// <summary>A material and all by-products that this process can take in its place.</summary>
    public IReadOnlyList<string> AcceptedFor(string materialId, string processId)
    {
        var words = materialId.Replace('_', ' ');
        var others = catalogue.OfKind(Kind).Where(entry => Lists(entry, "users", processId) && TextOf(entry, "substitutes_for").Contains(words, StringComparison.Ordinal));
        return [materialId, .. others.Select(entry => entry.Id).Where(id => id != materialId)];
    }

    /// <summary>The material in the form of a park file; null where the catalogue has none of that id.</summary>
    public Material? Find(string materialId)
    {
        if (catalogue.Find(Kind, materialId) is not { } entry)
            return null;
        var hazard = TextOf(entry, "hazard_class").Replace(HazardPrefix, "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return new Material
        {
            Id = ParkId(materialId),
            Name = entry.Name,
            NameZh = entry.NameZh,
            Hazard = Enum.TryParse<HazardClass>(hazard, ignoreCase: true, out var known) ? known : HazardClass.Unspecified,
            Provenance = [new Provenance { Field = "hazard", Quality = Quality.Estimate, Note = $"catalogue/{Kind}/{entry.Id}; {entry.Note ?? "a test of the plant's own material decides"}" }],
        };
    }

    private static bool Lists(CatalogueEntry entry, string link, string id) => TextOf(entry, link).Split(',', StringSplitOptions.TrimEntries).Contains(id);

    private static string TextOf(CatalogueEntry entry, string figureName) => entry.Figures.FirstOrDefault(figure => figure.Name == figureName)?.Text ?? "";
}
