using System.Text;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>
/// Reads header blocks of a peer that was told SETTINGS_HEADER_TABLE_SIZE 0 and so may use only the static table and literals. .NET's server and client do
/// not write Huffman codes; a block with them is refused. Bytes become Latin-1 text.
/// </summary>
internal static class HpackDecoder
{
    public static IReadOnlyList<(string Name, string Value)> Decode(ReadOnlySpan<byte> block)
    {
        var fields = new List<(string, string)>();
        var at = 0;
        while (at < block.Length)
        {
            var first = block[at];
            if ((first & 0x80) != 0)
            {
                fields.Add(HpackStaticTable.Entry(ReadInteger(block, ref at, 7)));
            }
            else if ((first & 0xE0) == 0x20)
            {
                // A new size of the dynamic table. Ours is empty and stays so.
                ReadInteger(block, ref at, 5);
            }
            else
            {
                var nameIndex = ReadInteger(block, ref at, (first & 0x40) != 0 ? 6 : 4);
                var name = nameIndex == 0 ? ReadText(block, ref at) : HpackStaticTable.Entry(nameIndex).Name;
                fields.Add((name, ReadText(block, ref at)));
            }
        }

        return fields;
    }

    private static string ReadText(ReadOnlySpan<byte> block, ref int at)
    {
        if ((block[at] & 0x80) != 0)
            throw new InvalidDataException("The header block has Huffman codes.");
        var length = ReadInteger(block, ref at, 7);
        var text = Encoding.Latin1.GetString(block.Slice(at, length));
        at += length;
        return text;
    }

    private static int ReadInteger(ReadOnlySpan<byte> block, ref int at, int prefixBits)
    {
        var mask = (1 << prefixBits) - 1;
        var value = block[at++] & mask;
        if (value < mask)
            return value;
        for (var shift = 0; ; shift += 7)
        {
            var next = block[at++];
            value = checked(value + ((next & 127) << shift));
            if ((next & 128) == 0)
                return value;
        }
    }
}
