using Grpc.AspNetCore.Server.Calls;
using Grpc.AspNetCore.Server.Headers;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>Answers gRPC calls that no service takes. Other requests are left to the application.</summary>
internal sealed class UnknownServiceEndpoint(HashSet<string> serviceNames)
{
    // Before an application's own fallback, which stands at int.MaxValue, and after all else.
    private const int Order = int.MaxValue - 1;
    private const string PathParameter = "path";

    /// <summary>Maps it.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var pattern = RoutePatternFactory.Parse(
            $"{{**{PathParameter}}}", defaults: null, parameterPolicies: new RouteValueDictionary { [PathParameter] = new GrpcCallsOnly() });
        endpoints.Map(pattern, Answer).WithDisplayName("gRPC - unknown").Add(builder => ((RouteEndpointBuilder)builder).Order = Order);
    }

    private Task Answer(HttpContext httpContext)
    {
        var path = httpContext.Request.Path.Value.AsSpan();
        var end = path.LastIndexOf('/');
        var isKnown = end > 0 && serviceNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(path[1..end]);
        CallAdmission.Write(httpContext, StatusCode.Unimplemented, isKnown ? "Method is unimplemented." : "Service is unimplemented.");
        return Task.CompletedTask;
    }

    private sealed class GrpcCallsOnly : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            httpContext is not null
            && HttpMethods.IsPost(httpContext.Request.Method)
            && ContentTypes.Classify(httpContext.Request.ContentType) != GrpcContentType.Other;
    }
}
