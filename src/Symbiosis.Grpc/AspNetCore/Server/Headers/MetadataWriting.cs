using System.Buffers;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Headers;

/// <summary>From metadata to a response's headers or trailers.</summary>
internal static class MetadataWriting
{
    // RFC 9113, section 6.5.2, counts 32 bytes for each header besides its name and value.
    private const int OverheadPerHeader = 32;

    private static readonly SearchValues<char> s_printable = SearchValues.Create(
        [.. Enumerable.Range(0x20, 0x7F - 0x20).Select(character => (char)character)]);

    /// <summary>Adds what a handler may send.</summary>
    /// <param name="metadata">The handler's metadata.</param>
    /// <param name="headers">Headers or trailers.</param>
    /// <param name="maxSize">Most bytes to add; entries that do not fit are left out.</param>
    /// <param name="isOk">Whether these are the trailers of a call that ended well, which has no error details.</param>
    /// <returns>How many entries were left out for their size.</returns>
    public static int Write(Metadata metadata, IHeaderDictionary headers, int maxSize = int.MaxValue, bool isOk = false)
    {
        var size = 0;
        var leftOutCount = 0;
        foreach (var entry in metadata)
        {
            if (!ReservedHeaders.AllowsFromHandler(entry.Key) || (isOk && entry.Key == ReservedHeaders.StatusDetails))
                continue;
            var value = entry.IsBinary ? BinaryHeader.Encode(entry.ValueBytes) : Sanitise(entry.Value);
            var entrySize = entry.Key.Length + value.Length + OverheadPerHeader;
            if (entrySize > maxSize - size)
            {
                leftOutCount++;
                continue;
            }

            size += entrySize;
            headers.Append(entry.Key, value);
        }

        return leftOutCount;
    }

    /// <summary>Text that the server takes as a header's value: a character that is not printable ASCII becomes a question mark.</summary>
    public static string Sanitise(string value)
    {
        if (!value.AsSpan().ContainsAnyExcept(s_printable))
            return value;
        return string.Create(value.Length, value, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = source[i] is >= ' ' and <= '~' ? source[i] : '?';
        });
    }
}
