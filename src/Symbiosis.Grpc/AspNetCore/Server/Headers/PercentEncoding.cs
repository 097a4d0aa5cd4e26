using System.Buffers;
using System.Text;

namespace Grpc.AspNetCore.Server.Headers;

/// <summary>The header <c>grpc-message</c>: UTF-8, with everything but printable ASCII, and the percent sign itself, as <c>%XX</c>.</summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<char> Bare = SearchValues.Create(
        [.. Enumerable.Range(0x20, 0x7F - 0x20).Where(character => character != '%').Select(character => (char)character)]);

    /// <summary>Encodes; lone surrogates become U+FFFD. A text too long is cut between two characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">Longest result, characters.</param>
    public static string Encode(string text, int maxLength)
    {
        if (text.Length <= maxLength && !text.AsSpan().ContainsAnyExcept(Bare))
            return text;

        var encoded = new StringBuilder(Math.Min(text.Length + 32, maxLength));
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var isBare = rune.IsAscii && Bare.Contains((char)rune.Value);
            var byteCount = rune.EncodeToUtf8(utf8);
            if (encoded.Length + (isBare ? 1 : 3 * byteCount) > maxLength)
                break;
            if (isBare)
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            foreach (var part in utf8[..byteCount])
                encoded.Append('%').Append(Hex(part >> 4)).Append(Hex(part & 0xF));
        }

        return encoded.ToString();
    }

    private static char Hex(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);
}
