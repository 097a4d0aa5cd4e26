using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>Status of a call out of what the server answered.</summary>
internal static class ResponseStatus
{
    private const string GrpcContentType = "application/grpc";

    /// <summary>The status that headers or trailers carry; null: none. What is no number from 0 to 16 is UNKNOWN.</summary>
    public static Status? Find(HttpHeadersNonValidated headers)
    {
        if (First(headers, "grpc-status") is not { } text)
            return null;
        var message = First(headers, "grpc-message") is { } encoded ? PercentEncoding.Decode(encoded) : "";
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return new Status(StatusCode.Unknown, $"Unexpected grpc-status value: {text}. {message}".TrimEnd());
        return new Status(code is >= (int)StatusCode.OK and <= (int)StatusCode.Unauthenticated ? (StatusCode)code : StatusCode.Unknown, message);
    }

    /// <summary>Status of a response without a grpc-status in its headers; null: it is a gRPC response, and its trailers will tell.</summary>
    public static Status? OfHttp(HttpResponseMessage response)
    {
        var number = (int)response.StatusCode;
        if (response.StatusCode != HttpStatusCode.OK)
            return new Status(CodeOf(number), $"Bad gRPC response. HTTP status code: {number}");
        var contentType = First(response.Content.Headers.NonValidated, "content-type");
        if (contentType is null || !contentType.StartsWith(GrpcContentType, StringComparison.OrdinalIgnoreCase))
            return new Status(StatusCode.Unknown, $"Bad gRPC response. Invalid content-type value: {contentType ?? "(none)"}");
        var rest = contentType.AsSpan(GrpcContentType.Length);
        var codec = rest[..(rest.IndexOf(';') is var end and >= 0 ? end : rest.Length)].Trim();
        if (codec.IsEmpty || codec.Equals("+proto", StringComparison.OrdinalIgnoreCase))
            return null;
        return codec[0] == '+'
            ? new Status(StatusCode.Internal, $"Bad gRPC response. The client cannot read the message format of content-type '{contentType}'.")
            : new Status(StatusCode.Unknown, $"Bad gRPC response. Invalid content-type value: {contentType}");
    }

    /// <summary>Value of a header; the first where there are several; null: none.</summary>
    public static string? First(HttpHeadersNonValidated headers, string name)
    {
        if (!headers.TryGetValues(name, out var values))
            return null;
        foreach (var value in values)
            return value;
        return null;
    }

    // gRPC's document "HTTP to gRPC Status Code Mapping"; 431 as Java and this project choose.
    private static StatusCode CodeOf(int httpStatus) => httpStatus switch
    {
        400 or 431 => StatusCode.Internal,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.Unimplemented,
        429 or 502 or 503 or 504 => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };
}
