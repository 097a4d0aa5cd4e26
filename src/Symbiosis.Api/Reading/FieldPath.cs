using System.Globalization;
using System.Text;

namespace Symbiosis.Api.Reading;

/// <summary>Where a walk is: field names and zero-based indices below a root word. Text is made only when asked for.</summary>
internal sealed class FieldPath(string root)
{
    private readonly List<(string? Name, int Index)> _steps = [];

    public void Push(string name) => _steps.Add((name, 0));

    public void Push(int index) => _steps.Add((null, index));

    public void Pop() => _steps.RemoveAt(_steps.Count - 1);

    public override string ToString()
    {
        var text = new StringBuilder(root);
        foreach (var (name, index) in _steps)
        {
            if (name is null) text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            else text.Append('.').Append(name);
        }

        return text.ToString();
    }
}
