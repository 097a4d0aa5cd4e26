namespace Grpc.AspNetCore.Server.Headers;

/// <summary>What the header <c>content-type</c> says.</summary>
internal enum GrpcContentType
{
    /// <summary>Not gRPC.</summary>
    Other,

    /// <summary>gRPC with protobuf messages.</summary>
    Proto,

    /// <summary>gRPC with messages of another kind.</summary>
    UnknownCodec,
}
