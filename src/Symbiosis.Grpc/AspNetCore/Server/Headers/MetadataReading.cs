using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Headers;

/// <summary>From a request's headers to metadata.</summary>
internal static class MetadataReading
{
    /// <summary>Whether all binary headers can be decoded.</summary>
    public static bool HasOnlyValidBinaryValues(IHeaderDictionary headers)
    {
        foreach (var (name, values) in headers)
        {
            if (!IsBinary(name) || ReservedHeaders.HidesFromHandler(name))
                continue;
            foreach (var value in values)
            {
                foreach (var part in value.AsSpan().Split(','))
                {
                    if (!BinaryHeader.TryDecode(value.AsSpan()[part], out _))
                        return false;
                }
            }
        }

        return true;
    }

    /// <summary>The client's metadata, in order. Headers whose names cannot be keys of metadata are left out.</summary>
    public static Metadata Read(IHeaderDictionary headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers)
        {
            if (ReservedHeaders.HidesFromHandler(name) || !IsKey(name))
                continue;
            foreach (var value in values)
            {
                // Values of one name may have been joined on the way (RFC 9110, section 5.3).
                if (IsBinary(name))
                    BinaryHeader.TryAddTo(metadata, name, value ?? "");
                else
                    metadata.Add(name, value ?? "");
            }
        }

        return metadata;
    }

    private static bool IsBinary(string name) => name is [.., '-', 'b' or 'B', 'i' or 'I', 'n' or 'N'];

    private static bool IsKey(string name)
    {
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-' or '.'))
                return false;
        }

        return name.Length > 0;
    }
}
