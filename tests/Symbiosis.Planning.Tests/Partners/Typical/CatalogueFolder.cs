using Symbiosis.Api.Reading;
using Symbiosis.Domain.Catalogues;

namespace Symbiosis.Planning.Tests.Partners.Typical;

/// <summary>The catalogue of the repository.</summary>
internal static class CatalogueFolder
{
    public static IReadOnlyList<Catalogue> Files { get; } =
        [.. Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "data", "catalogue"), "*.json").Order(StringComparer.Ordinal).Select(file => CatalogueReader.ReadJson(File.ReadAllBytes(file)).Value!)];
}
