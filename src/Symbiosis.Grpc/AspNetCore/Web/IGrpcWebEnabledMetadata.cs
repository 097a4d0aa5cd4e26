namespace Grpc.AspNetCore.Web;

/// <summary>On an endpoint: whether gRPC-Web is served there.</summary>
public interface IGrpcWebEnabledMetadata
{
    /// <summary>Whether it is.</summary>
    bool GrpcWebEnabled { get; }
}
