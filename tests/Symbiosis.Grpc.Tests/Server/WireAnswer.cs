using System.Buffers.Binary;
using System.Globalization;
using System.Net.Http.Headers;
using Grpc.Core;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>A whole answer as it came over the wire.</summary>
internal sealed record WireAnswer(int HttpStatus, HttpResponseHeaders Headers, string? ContentType, byte[] Body, HttpResponseHeaders Trailers)
{
    /// <summary>Whether the status stood in the headers.</summary>
    public bool IsTrailersOnly => Headers.Contains("grpc-status");

    /// <summary>The status; null: none, or not exactly one.</summary>
    public StatusCode? Status =>
        Header("grpc-status") is { } text ? (StatusCode)int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The status' text, still encoded.</summary>
    public string? Message => Header("grpc-message");

    /// <summary>The messages with their flags.</summary>
    public IReadOnlyList<(byte Flag, byte[] Payload)> Messages
    {
        get
        {
            var messages = new List<(byte, byte[])>();
            for (var rest = Body.AsSpan(); !rest.IsEmpty;)
            {
                var length = BinaryPrimitives.ReadInt32BigEndian(rest[1..]);
                messages.Add((rest[0], rest.Slice(5, length).ToArray()));
                rest = rest[(5 + length)..];
            }

            return messages;
        }
    }

    /// <summary>The one value of a header or trailer; null: none.</summary>
    public string? Header(string name)
    {
        var values = Values(Headers, name).Concat(Values(Trailers, name)).ToList();
        Assert.True(values.Count <= 1, $"{name} came {values.Count} times.");
        return values.SingleOrDefault();
    }

    private static IEnumerable<string> Values(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values : [];
}
