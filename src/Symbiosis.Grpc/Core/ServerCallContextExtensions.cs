using Grpc.AspNetCore.Server.Calls;
using Microsoft.AspNetCore.Http;

namespace Grpc.Core;

/// <summary>From a call to the HTTP request that carries it.</summary>
public static class ServerCallContextExtensions
{
    /// <summary>The HTTP request of a call.</summary>
    /// <exception cref="InvalidOperationException">The call does not come from an HTTP server.</exception>
    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext)
    {
        ArgumentNullException.ThrowIfNull(serverCallContext);
        // A context that wraps the call's own, as interceptors write them, passes its user state on.
        if (serverCallContext is IHttpContextHolder holder)
            return holder.HttpContext;
        if (serverCallContext.UserState.TryGetValue(IHttpContextHolder.Key, out var value) && value is HttpContext context)
            return context;
        throw new InvalidOperationException("Could not get HttpContext from ServerCallContext. HttpContext can only be accessed when gRPC services are hosted by ASP.NET Core.");
    }
}
