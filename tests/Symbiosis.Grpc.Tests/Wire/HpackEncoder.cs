using System.Text;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>
/// Header blocks of literals without indexing and without Huffman codes: the plainest form of RFC 7541, which needs no table on either side.
/// Names and values are written as Latin-1, one byte a character, so that a test can send any bytes.
/// </summary>
internal static class HpackEncoder
{
    public static byte[] Encode(IEnumerable<(string Name, string Value)> fields)
    {
        var block = new MemoryStream();
        foreach (var (name, value) in fields)
        {
            block.WriteByte(0);
            Write(block, name);
            Write(block, value);
        }

        return block.ToArray();
    }

    private static void Write(MemoryStream block, string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        WriteInteger(block, bytes.Length);
        block.Write(bytes);
    }

    /// <summary>An integer with a prefix of seven bits, RFC 7541 section 5.1; the first bit (Huffman) stays 0.</summary>
    private static void WriteInteger(MemoryStream block, int value)
    {
        if (value < 127)
        {
            block.WriteByte((byte)value);
            return;
        }

        block.WriteByte(127);
        for (value -= 127; value >= 128; value >>= 7)
            block.WriteByte((byte)((value & 127) | 128));
        block.WriteByte((byte)value);
    }
}
