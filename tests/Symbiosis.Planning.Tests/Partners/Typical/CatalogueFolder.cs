using Symbiosis.Api.Reading;
using Symbiosis.Domain.Catalogues;

namespace Symbiosis.Planning.Tests.Partners.Typical;

/// <summary>The catalogue of the repository.</summary>
internal static class CatalogueFolder
{
    public static IReadOnlyList<Catalogue> Files { get; } =
        [.. Directory.GetFiles(Path.Combine(Root(), "data", "catalogue"), "*.json").Order(StringComparer.Ordinal).Select(file => CatalogueReader.ReadJson(File.ReadAllBytes(file)).Value!)];

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Symbiosis.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Symbiosis.sln stands in no folder above the tests.");
    }
}
