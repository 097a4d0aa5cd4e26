using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>The message encodings of a service.</summary>
internal sealed class Encodings
{
    private readonly Dictionary<string, ICompressionProvider> _providers = new(StringComparer.Ordinal);

    /// <summary>Creates it; of two providers of a name the last counts.</summary>
    public Encodings(IEnumerable<ICompressionProvider> providers)
    {
        foreach (var provider in providers)
            _providers[provider.EncodingName] = provider;
        Names = string.Join(',', _providers.Keys.Prepend(MessageCompression.Identity));
    }

    /// <summary>Their names, identity first, joined by commas.</summary>
    public string Names { get; }

    /// <summary>The provider of a name; null: none.</summary>
    public ICompressionProvider? Find(string name) => _providers.GetValueOrDefault(name);

    /// <summary>Whether a list as in <c>grpc-accept-encoding</c> has a name; spaces around names do not count.</summary>
    public static bool Accepts(string? list, string name)
    {
        foreach (var part in list.AsSpan().Split(','))
        {
            if (list.AsSpan()[part].Trim().SequenceEqual(name))
                return true;
        }

        return false;
    }
}
