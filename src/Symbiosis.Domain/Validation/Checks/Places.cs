using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>Things of a park with their field paths, and look-ups that bear unknown and doubled ids.</summary>
internal static class Places
{
    public static IEnumerable<(string Path, T Item)> Of<T>(string path, IReadOnlyList<T> items) =>
        items.Select((item, index) => ($"{path}[{index}]", item));

    public static IEnumerable<(string Path, Plant Plant)> Plants(Park park) => Of("park.plants", park.Plants);

    /// <summary>The items by id; of two with one id, which the reader refuses, the first.</summary>
    public static Dictionary<string, T> ById<T>(IEnumerable<T> items, Func<T, string> id)
    {
        var byId = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items) byId.TryAdd(id(item), item);
        return byId;
    }
}
