using System.Text;

namespace Grpc.Wire;

/// <summary>Text of <c>grpc-message</c>: UTF-8 in which all but printable ASCII, and the percent sign, stands as <c>%XX</c>.</summary>
internal static class PercentEncoding
{
    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>Text to header value; a lone surrogate becomes U+FFFD.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">Longest value; a longer text is cut between two characters.</param>
    public static string Encode(string text, int maxLength = int.MaxValue)
    {
        if (text.Length <= maxLength && IndexOfEncoded(text) < 0)
            return text;
        var encoded = new StringBuilder((int)Math.Min(text.Length * 2L, maxLength));
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(utf8);
            var isBare = IsBare(rune.Value);
            if (encoded.Length + (isBare ? 1 : 3 * length) > maxLength)
                break;
            if (isBare)
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            foreach (var one in utf8[..length])
                encoded.Append('%').Append(HexDigits[one >> 4]).Append(HexDigits[one & 15]);
        }

        return encoded.ToString();
    }

    /// <summary>Header value to text. It never fails: what is no valid <c>%XX</c> is kept as it stands, what is no UTF-8 becomes U+FFFD.</summary>
    public static string Decode(string value)
    {
        // Kestrel and SocketsHttpHandler hand raw bytes on as Latin-1, so a peer that forgot to encode is understood too.
        if (IndexOfEncoded(value) < 0)
            return value;
        var bytes = new List<byte>(value.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var index = 0; index < value.Length; index++)
        {
            var character = value[index];
            if (character == '%' && index + 2 < value.Length && char.IsAsciiHexDigit(value[index + 1]) && char.IsAsciiHexDigit(value[index + 2]))
            {
                bytes.Add((byte)((HexValue(value[index + 1]) << 4) | HexValue(value[index + 2])));
                index += 2;
            }
            else if (character <= 0xFF)
            {
                bytes.Add((byte)character);
            }
            else
            {
                if (Rune.TryGetRuneAt(value, index, out var rune))
                    index += rune.Utf16SequenceLength - 1;
                else
                    rune = Rune.ReplacementChar;
                bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
            }
        }

        return Encoding.UTF8.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes));
    }

    private static int IndexOfEncoded(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!IsBare(text[index]))
                return index;
        }

        return -1;
    }

    private static bool IsBare(int character) => character is >= ' ' and <= '~' and not '%';

    private static int HexValue(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
