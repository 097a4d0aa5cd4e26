using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Web;

/// <summary>The last frame of an answer: the trailers as lines of <c>key: value</c>.</summary>
internal static class TrailerFrame
{
    private const byte Flag = 0x80;
    private const int HeaderLength = 5;

    public static void Write(IBufferWriter<byte> writer, IHeaderDictionary trailers)
    {
        var text = new StringBuilder();
        foreach (var (key, values) in trailers)
        {
            foreach (var value in values)
                text.Append(key.ToLowerInvariant()).Append(": ").Append(OneLine(value ?? "")).Append("\r\n");
        }

        var span = writer.GetSpan(HeaderLength + text.Length);
        span[0] = Flag;
        BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)text.Length);
        var length = Encoding.ASCII.GetBytes(text.ToString(), span[HeaderLength..]);
        writer.Advance(HeaderLength + length);
    }

    // A line break would begin another trailer; the protocol allows printable ASCII only.
    private static string OneLine(string value) =>
        value.Any(IsForbidden) ? string.Concat(value.Select(character => IsForbidden(character) ? '?' : character)) : value;

    private static bool IsForbidden(char character) => character is < ' ' or > '~';
}
