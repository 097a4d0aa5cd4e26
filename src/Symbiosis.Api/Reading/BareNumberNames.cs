using System.Buffers;

namespace Symbiosis.Api.Reading;

/// <summary>
/// Puts quotes around NaN and Infinity that stand bare in JSON, as some programs write them. Bare they are a syntax error and
/// would end the walk at the first; in quotes each is found with its path, and refused.
/// </summary>
internal static class BareNumberNames
{
    /// <summary>The same text where there are none; positions of later syntax errors in such a line move by two.</summary>
    public static ReadOnlySpan<byte> Quote(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("NaN"u8) < 0 && json.IndexOf("Infinity"u8) < 0) return json;
        var quoted = new ArrayBufferWriter<byte>(json.Length + 64);
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            var name = inString ? default : NameAt(json[i..]);
            if (name.Length > 0)
            {
                quoted.Write("\""u8);
                quoted.Write(name);
                quoted.Write("\""u8);
                i += name.Length - 1;
                continue;
            }

            if (inString && json[i] == '\\' && i + 1 < json.Length)
            {
                quoted.Write(json.Slice(i, 2));
                i++;
                continue;
            }

            if (json[i] == '"') inString = !inString;
            quoted.Write(json.Slice(i, 1));
        }

        return quoted.WrittenSpan;
    }

    private static ReadOnlySpan<byte> NameAt(ReadOnlySpan<byte> json) => json[0] switch
    {
        (byte)'N' when json.StartsWith("NaN"u8) => "NaN"u8,
        (byte)'I' when json.StartsWith("Infinity"u8) => "Infinity"u8,
        (byte)'-' when json.StartsWith("-Infinity"u8) => "-Infinity"u8,
        _ => default,
    };
}
