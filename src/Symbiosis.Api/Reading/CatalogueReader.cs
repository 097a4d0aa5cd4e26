using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>The only way from JSON or a message to a <see cref="Catalogue"/>.</summary>
public static class CatalogueReader
{
    /// <summary>First word of the paths of a catalogue's violations.</summary>
    public const string Root = "catalogue";

    /// <summary>Reads a file of the catalogue.</summary>
    public static Validated<Catalogue> ReadJson(ReadOnlySpan<byte> json, int maxByteCount = JsonWalker.DefaultMaxByteCount)
    {
        var message = ProtoJson.Parse<V1.Catalogue>(json, Root, maxByteCount);
        return message.IsValid ? Read(message.Value) : Validated<Catalogue>.Create(null, message.Violations);
    }

    /// <summary>Checks a message and makes the catalogue of it.</summary>
    public static Validated<Catalogue> Read(V1.Catalogue message) =>
        Validated<Catalogue>.Create(CatalogueMapping.Read(message), ProtoRules.Check(message, Root));
}
