using System.Diagnostics.CodeAnalysis;

namespace Grpc.AspNetCore.Server.Headers;

/// <summary>Base64 as binary metadata uses it: read with or without padding, written without.</summary>
internal static class Base64
{
    /// <summary>Decodes; spaces around the value do not count, spaces within are a fault.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        text = text.Trim(" \t");
        if (text.ContainsAny(" \t\r\n"))
            return false;
        // The padding has to be right where it stands: a multiple of four characters, or none at all.
        var bare = text.TrimEnd('=');
        if (bare.Length != text.Length && text.Length % 4 != 0)
            return false;
        var paddingLength = (4 - (bare.Length % 4)) % 4;
        if (paddingLength == 3 || text.Length - bare.Length > paddingLength)
            return false;

        Span<char> padded = bare.Length <= 256 ? stackalloc char[bare.Length + paddingLength] : new char[bare.Length + paddingLength];
        bare.CopyTo(padded);
        padded[bare.Length..].Fill('=');
        var decoded = new byte[System.Buffers.Text.Base64.GetMaxDecodedFromUtf8Length(padded.Length)];
        if (!Convert.TryFromBase64Chars(padded, decoded, out var count))
            return false;
        bytes = count == decoded.Length ? decoded : decoded[..count];
        return true;
    }

    /// <summary>Encodes.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');
}
