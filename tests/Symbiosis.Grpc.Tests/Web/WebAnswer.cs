using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;

namespace Symbiosis.Grpc.Tests.Web;

/// <summary>An answer of gRPC-Web, taken apart.</summary>
internal sealed record WebAnswer(HttpResponseMessage Response, IReadOnlyList<(byte Flag, byte[] Body)> Messages, string? TrailerBlock)
{
    /// <summary>The status, from the trailers or, without a message, from the headers.</summary>
    public string? Status => Trailer("grpc-status");

    public string? Message => Trailer("grpc-message");

    /// <summary>All values of a trailer, or of a header where the answer has no trailers.</summary>
    public IEnumerable<string> Trailers(string name) => TrailerBlock is null
        ? Response.Headers.TryGetValues(name, out var values) ? values : []
        : TrailerBlock.Split("\r\n").Where(line => line.StartsWith(name + ": ", StringComparison.Ordinal)).Select(line => line[(name.Length + 2)..]);

    public static async Task<WebAnswer> ReadAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (response.Content.Headers.ContentType?.MediaType?.StartsWith("application/grpc-web-text", StringComparison.Ordinal) == true)
            bytes = DecodeChunks(Encoding.ASCII.GetString(bytes));
        var messages = new List<(byte, byte[])>();
        string? block = null;
        for (var position = 0; position < bytes.Length;)
        {
            Assert.Null(block);
            var flag = bytes[position];
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(position + 1));
            var body = bytes.AsSpan(position + 5, length).ToArray();
            if ((flag & 0x80) != 0) block = Encoding.ASCII.GetString(body);
            else messages.Add((flag, body));
            position += 5 + length;
        }

        return new WebAnswer(response, messages, block);
    }

    /// <summary>A message in its frame.</summary>
    public static byte[] Frame(IMessage message, byte flag = 0)
    {
        var frame = new byte[5 + message.CalculateSize()];
        frame[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - 5);
        message.WriteTo(frame.AsSpan(5));
        return frame;
    }

    /// <summary>Base64 in which padding may stand after any group of four.</summary>
    public static byte[] DecodeChunks(string text) => [.. text.Chunk(4).SelectMany(group => Convert.FromBase64String(new string(group)))];

    private string? Trailer(string name) => Trailers(name).SingleOrDefault();
}
