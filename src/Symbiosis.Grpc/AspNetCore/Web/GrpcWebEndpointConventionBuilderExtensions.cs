using Grpc.AspNetCore.Web;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Says for endpoints whether they are served to gRPC-Web clients.</summary>
public static class GrpcWebEndpointConventionBuilderExtensions
{
    /// <summary>They are.</summary>
    public static TBuilder EnableGrpcWeb<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.Say(new EnableGrpcWebAttribute());

    /// <summary>They are not.</summary>
    public static TBuilder DisableGrpcWeb<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.Say(new DisableGrpcWebAttribute());

    private static TBuilder Say<TBuilder>(this TBuilder builder, IGrpcWebEnabledMetadata metadata)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Add(endpoint => endpoint.Metadata.Add(metadata));
        return builder;
    }
}
