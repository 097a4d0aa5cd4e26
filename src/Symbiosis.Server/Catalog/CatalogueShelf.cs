using System.Text;
using Google.Protobuf;
using Symbiosis.Api.Reading;
using Symbiosis.Domain.Validation;
using Symbiosis.Planning.Suggesting;
using Symbiosis.Server.Configuration;
using Symbiosis.V1;

namespace Symbiosis.Server.Catalog;

/// <summary>All entries of the catalogue, ordered by name. Not to be changed.</summary>
internal sealed class CatalogueShelf
{
    private readonly Dictionary<string, CatalogueItem> _byName;

    private CatalogueShelf(IReadOnlyList<CatalogueFile> files)
    {
        var items = files.SelectMany(file => ItemsOf(file.Message));
        Items = [.. items.OrderBy(item => item.Name, StringComparer.Ordinal)];
        _byName = Items.ToDictionary(item => item.Name, StringComparer.Ordinal);
        Files = [.. files.Select(file => file.Record)];
        Suggester = new StreamSuggester(Files);
    }

    /// <summary>The entries.</summary>
    public IReadOnlyList<CatalogueItem> Items { get; }

    /// <summary>All files, as the program works with them.</summary>
    public IReadOnlyList<Domain.Catalogues.Catalogue> Files { get; }

    /// <summary>Suggests streams of a process.</summary>
    public StreamSuggester Suggester { get; }

    /// <summary>Reads a folder.</summary>
    /// <exception cref="OptionsException">The folder has no files, or a file is broken.</exception>
    public static CatalogueShelf Read(string folder)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        if (files.Length == 0)
            throw new OptionsException([$"Symbiosis:Catalog:Folder: there is no catalogue in {folder}."]);
        try
        {
            return new CatalogueShelf([.. files.Order(StringComparer.Ordinal).Select(ReadFile)]);
        }
        catch (ArgumentException fault)
        {
            throw new OptionsException([$"The catalogue in {folder} has two entries of one kind and id. {fault.Message}"]);
        }
    }

    /// <summary>The entry of a name; null where there is none.</summary>
    public CatalogueItem? Find(string name) => _byName.GetValueOrDefault(name);

    private static CatalogueFile ReadFile(string file)
    {
        var json = File.ReadAllBytes(file);
        var read = CatalogueReader.ReadJson(json);
        if (read.IsValid)
            return new CatalogueFile(JsonParser.Default.Parse<Catalogue>(Encoding.UTF8.GetString(json)), read.Value);

        var first = read.Violations.First(violation => violation.Severity == Severity.Error);
        throw new OptionsException([$"The catalogue file {file} is broken: {first.FieldPath}: {first.Sentence}"]);
    }

    private static IEnumerable<CatalogueItem> ItemsOf(Catalogue file)
    {
        var sources = file.Sources.ToDictionary(source => source.Id, StringComparer.Ordinal);
        foreach (var entry in file.Entries)
        {
            var used = entry.Figures.SelectMany(figure => figure.SourceIds).Distinct().Where(sources.ContainsKey);
            yield return new CatalogueItem { Name = $"catalogue/{file.Kind}/{entry.Id}", Kind = file.Kind, Entry = entry, Sources = { used.Select(id => sources[id]) } };
        }
    }

    private sealed record CatalogueFile(Catalogue Message, Domain.Catalogues.Catalogue Record);
}
