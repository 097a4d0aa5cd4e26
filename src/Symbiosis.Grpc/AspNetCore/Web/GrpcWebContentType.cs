using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;

namespace Grpc.AspNetCore.Web;

/// <summary>A content type of gRPC-Web.</summary>
/// <param name="IsText">Whether the body is base64.</param>
/// <param name="Codec">The message format with its plus sign, for example <c>+proto</c>; empty where it is not said.</param>
/// <param name="Parameters">What comes after, from the first semicolon on.</param>
internal sealed record GrpcWebContentType(bool IsText, string Codec, string Parameters)
{
    private const string Binary = "application/grpc-web";
    private const string Text = "application/grpc-web-text";

    /// <summary>The same as plain gRPC's.</summary>
    public string Plain => $"application/grpc{Codec}{Parameters}";

    /// <summary>That of the answer.</summary>
    public string Answer => (IsText ? Text : Binary) + Codec;

    public static bool TryParse(string? contentType, [NotNullWhen(true)] out GrpcWebContentType? parsed)
    {
        parsed = null;
        if (contentType is null) return false;
        var isText = contentType.StartsWith(Text, StringComparison.OrdinalIgnoreCase);
        if (!isText && !contentType.StartsWith(Binary, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = contentType[(isText ? Text : Binary).Length..];
        if (rest.TrimStart() is not ("" or ['+', ..] or [';', ..])) return false;
        var semicolon = rest.IndexOf(';', StringComparison.Ordinal);
        parsed = semicolon < 0
            ? new GrpcWebContentType(isText, rest.Trim(), "")
            : new GrpcWebContentType(isText, rest[..semicolon].Trim(), rest[semicolon..]);
        return true;
    }

    /// <summary>The answer's: the first of gRPC-Web that the client accepts, else the request's own.</summary>
    public GrpcWebContentType ForAccept(StringValues accept)
    {
        foreach (var value in accept.ToString().Split(',', StringSplitOptions.TrimEntries))
        {
            if (TryParse(value, out var accepted)) return this with { IsText = accepted.IsText };
        }

        return this;
    }
}
