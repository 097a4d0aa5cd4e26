namespace Grpc.AspNetCore.Server.Headers;

/// <summary>Reads <c>content-type</c>.</summary>
internal static class ContentTypes
{
    /// <summary>The type of gRPC calls and of their answers.</summary>
    public const string Grpc = "application/grpc";

    /// <summary>Which kind it is. Parameters after a semicolon and the case of letters do not count.</summary>
    public static GrpcContentType Classify(string? contentType)
    {
        if (contentType == Grpc)
            return GrpcContentType.Proto;
        if (contentType is null || !contentType.StartsWith(Grpc, StringComparison.OrdinalIgnoreCase))
            return GrpcContentType.Other;

        var rest = contentType.AsSpan(Grpc.Length);
        var semicolon = rest.IndexOf(';');
        if (semicolon >= 0)
            rest = rest[..semicolon];
        rest = rest.TrimEnd(" \t");
        if (rest.IsEmpty || rest.Equals("+proto", StringComparison.OrdinalIgnoreCase))
            return GrpcContentType.Proto;
        return rest[0] == '+' ? GrpcContentType.UnknownCodec : GrpcContentType.Other;
    }
}
