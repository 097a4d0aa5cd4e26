using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Reading;

/// <summary>Maps the messages of provenance.proto to the domain; absent numbers take the schema's defaults.</summary>
internal static class ProvenanceMapping
{
    public static Source Read(V1.Source message) => new()
    {
        Id = message.Id,
        Title = message.Title,
        Address = TextOrNull(message.Address),
        Grade = TextOrNull(message.Grade),
    };

    public static Provenance Read(V1.Provenance message) => new()
    {
        Field = TextOrNull(message.Field),
        Quality = (Quality)message.Quality,
        SourceIds = [.. message.SourceIds],
        Note = TextOrNull(message.Note),
    };

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
