using System.Text;

namespace Grpc.Json;

/// <summary>Where in a request something stands: <c>plants[3].streams[0].name</c>, <c>labels["a"]</c>.</summary>
internal sealed class JsonPath
{
    private const int MaxNameLength = 80;

    private readonly List<Part> _parts = [];

    public void Push(string name) => _parts.Add(new Part(name, 0, false));

    public void Push(int index) => _parts.Add(new Part(null, index, false));

    public void PushKey(string key) => _parts.Add(new Part(key, 0, true));

    public void Pop() => _parts.RemoveAt(_parts.Count - 1);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            if (part.Name is null) text.Append('[').Append(part.Index).Append(']');
            else if (part.IsKey) text.Append("[\"").Append(Short(part.Name)).Append("\"]");
            else text.Append(text.Length == 0 ? "" : ".").Append(Short(part.Name));
        }

        return text.ToString();
    }

    private static string Short(string name) => name.Length <= MaxNameLength ? name : name[..MaxNameLength] + "...";

    private readonly record struct Part(string? Name, int Index, bool IsKey);
}
