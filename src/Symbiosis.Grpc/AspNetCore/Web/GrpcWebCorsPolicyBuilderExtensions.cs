using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Grpc.AspNetCore.Web;

/// <summary>What a browser's page of another origin needs for gRPC-Web and JSON. Not in the official package.</summary>
public static class GrpcWebCorsPolicyBuilderExtensions
{
    private static readonly string[] s_requestHeaders =
        ["content-type", "x-grpc-web", "x-user-agent", "grpc-timeout", "x-timeout-seconds", "authorization", "x-api-key"];

    private static readonly string[] s_exposedHeaders = ["grpc-status", "grpc-message", "grpc-status-details-bin", "grpc-encoding", "retry-after"];

    /// <summary>Allows POST and the headers of the protocols, and exposes a call's status. Origins are the caller's to name.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="moreRequestHeaders">Metadata keys that pages may send besides.</param>
    public static CorsPolicyBuilder WithGrpcWeb(this CorsPolicyBuilder policy, params string[] moreRequestHeaders)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.WithMethods("POST").WithHeaders([.. s_requestHeaders, .. moreRequestHeaders]).WithExposedHeaders(s_exposedHeaders);
    }
}
