using System.Globalization;
using System.Text;
using Grpc.Core;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>All that the server sent on a stream.</summary>
internal sealed record WireAnswer
{
    /// <summary>Header blocks in order: headers, trailers.</summary>
    public required IReadOnlyList<IReadOnlyList<(string Name, string Value)>> Blocks { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>Whether END_STREAM came.</summary>
    public required bool IsEnded { get; init; }

    /// <summary>Whether END_STREAM stood on a header block.</summary>
    public required bool EndedWithHeaders { get; init; }

    public required Http2ErrorCode? ResetCode { get; init; }

    public required Http2ErrorCode? GoAwayCode { get; init; }

    public string? HttpStatus => Blocks.Count == 0 ? null : First(Blocks[0], ":status");

    public IReadOnlyList<(string Name, string Value)> Headers => Blocks.Count == 0 ? [] : Blocks[0];

    /// <summary>The last block: that with the status.</summary>
    public IReadOnlyList<(string Name, string Value)> Trailers => Blocks.Count == 0 ? [] : Blocks[^1];

    /// <summary>One header block and no body: the form of an error before the first message.</summary>
    public bool IsTrailersOnly => Blocks.Count == 1 && EndedWithHeaders && Body.Length == 0;

    /// <summary>The status; null: none came.</summary>
    /// <exception cref="InvalidOperationException">It came more than once.</exception>
    public StatusCode? Status => Single("grpc-status") is { } text ? (StatusCode)int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>The status' text, percent-decoded; empty: none came.</summary>
    public string Message => Encoding.UTF8.GetString(PercentDecode(First(Trailers, "grpc-message") ?? ""));

    /// <summary>Whole messages of the body.</summary>
    public IReadOnlyList<(byte Flag, byte[] Payload)> Messages => GrpcFraming.Split(Body);

    public static string? First(IEnumerable<(string Name, string Value)> block, string name) =>
        block.Where(field => field.Name == name).Select(field => field.Value).FirstOrDefault();

    public string? Header(string name) => First(Headers, name);

    public string? Trailer(string name) => First(Trailers, name);

    private string? Single(string name) => Blocks.SelectMany(block => block).Where(entry => entry.Name == name).Select(entry => entry.Value).SingleOrDefault();

    /// <summary>The answer in a line, for a test's message.</summary>
    public override string ToString()
    {
        var blocks = string.Join(" | ", Blocks.Select(block => string.Join(", ", block.Select(field => $"{field.Name}: {field.Value}"))));
        return $"[{blocks}] body {Body.Length} bytes, ended {IsEnded}, RST {ResetCode?.ToString() ?? "none"}, GOAWAY {GoAwayCode?.ToString() ?? "none"}";
    }

    private static byte[] PercentDecode(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return [.. bytes];
    }
}
