using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>HTTP headers and trailers to metadata.</summary>
internal static class ResponseMetadata
{
    /// <summary>Headers of a response.</summary>
    public static Metadata FromHeaders(HttpResponseMessage response)
    {
        var metadata = new Metadata();
        Add(metadata, response.Headers.NonValidated);

        // A few names count as headers of the content in .NET and are metadata like any other here.
        Add(metadata, response.Content.Headers.NonValidated);
        return metadata;
    }

    /// <summary>Trailers of a response; complete once its body was read to the end.</summary>
    public static Metadata FromTrailers(HttpResponseMessage response)
    {
        var metadata = new Metadata();
        Add(metadata, response.TrailingHeaders.NonValidated);
        return metadata;
    }

    private static void Add(Metadata metadata, HttpHeadersNonValidated headers)
    {
        foreach (var header in headers)
        {
            if (IsProtocol(header.Key))
                continue;
            foreach (var value in header.Value)
                Add(metadata, header.Key, value);
        }
    }

    private static void Add(Metadata metadata, string key, string value)
    {
        // HTTP permits more characters in a name than metadata do.
        if (!key.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.'))
            return;

        // A value that is no base64 is left out, as in gRPC's core library: the call's result counts more than a broken extra.
        if (key.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
            BinaryHeader.TryAddTo(metadata, key, value);
        else
            metadata.Add(key, value);
    }

    private static bool IsProtocol(string name) => name.ToLowerInvariant() is
        "grpc-status" or "grpc-message" or "grpc-encoding" or "grpc-accept-encoding" or "grpc-timeout" or "grpc-message-type"
        or "content-type" or "content-length" or "content-encoding" or "transfer-encoding";
}
