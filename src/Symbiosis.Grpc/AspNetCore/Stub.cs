using Microsoft.AspNetCore.Routing;
namespace Microsoft.AspNetCore.Builder;
public sealed class GrpcServiceEndpointConventionBuilder : IEndpointConventionBuilder { public void Add(Action<EndpointBuilder> convention) {} }
public static class GrpcEndpointRouteBuilderExtensions { public static GrpcServiceEndpointConventionBuilder MapGrpcService<T>(this IEndpointRouteBuilder b) where T: class => throw new NotImplementedException(); }
