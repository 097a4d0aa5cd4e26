using System.Buffers;
using System.Buffers.Text;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Values of headers whose name ends in <c>-bin</c>: base64, sent without padding, read with or without; one header may join several by commas.</summary>
internal static class BinaryHeader
{
    private static readonly SearchValues<char> Base64Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

    /// <summary>Bytes to header value, unpadded.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    /// <summary>Adds all values of one header; false: one of them is no base64, and nothing was added.</summary>
    public static bool TryAddTo(Metadata metadata, string key, string value)
    {
        if (!value.Contains(','))
        {
            if (!TryDecode(value, out var single))
                return false;
            metadata.Add(key, single);
            return true;
        }

        var decoded = new List<byte[]>();
        foreach (var part in value.Split(','))
        {
            if (!TryDecode(part, out var bytes))
                return false;
            decoded.Add(bytes);
        }

        foreach (var bytes in decoded)
            metadata.Add(key, bytes);
        return true;
    }

    /// <summary>One header value to bytes; blanks around it do not count.</summary>
    public static bool TryDecode(ReadOnlySpan<char> value, out byte[] bytes)
    {
        bytes = [];
        value = value.Trim(" \t");
        var digits = value.TrimEnd('=');

        // .NET's decoder skips white space, so the alphabet is checked here.
        if (value.Length - digits.Length > 2 || digits.Length % 4 == 1 || digits.ContainsAnyExcept(Base64Characters))
            return false;
        if (value.Length != digits.Length && value.Length % 4 != 0)
            return false;
        Span<char> padded = value.Length <= 512 ? stackalloc char[value.Length + 3] : new char[value.Length + 3];
        digits.CopyTo(padded);
        var paddingCount = (4 - (digits.Length % 4)) % 4;
        padded.Slice(digits.Length, paddingCount).Fill('=');
        var decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(digits.Length + paddingCount)];
        if (!Convert.TryFromBase64Chars(padded[..(digits.Length + paddingCount)], decoded, out var count))
            return false;
        bytes = count == decoded.Length ? decoded : decoded[..count];
        return true;
    }
}
