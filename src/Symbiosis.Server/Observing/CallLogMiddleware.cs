using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Symbiosis.Server.Security;

namespace Symbiosis.Server.Observing;

/// <summary>One log line and one measurement for each gRPC call, refused ones included.</summary>
internal sealed class CallLogMiddleware(RequestDelegate next, ILogger<CallLogMiddleware> logger, ServerMeters meters, TimeProvider time)
{
    /// <summary>Runs for each request, after routing and around all that may refuse a call.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        // The path of what is no method comes from outside and is neither logged nor counted.
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not { } method)
        {
            await next(context);
            return;
        }

        var began = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var taken = time.GetElapsedTime(began);
            var caller = context.Features.Get<Caller>();
            var status = StatusOf(context);
            meters.CallEnded(method.Method.FullName, status, caller?.Tenant ?? "", taken);
            logger.CallEnded(method.Method.FullName, status, (long)taken.TotalMilliseconds, caller?.Tenant ?? "-", caller?.Credential ?? "-");
        }
    }

    private static string StatusOf(HttpContext context)
    {
        var trailers = context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        var text = trailers?["grpc-status"].ToString() is { Length: > 0 } last ? last : context.Response.Headers["grpc-status"].ToString();
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return ((StatusCode)code).ToString();
        return context.RequestAborted.IsCancellationRequested ? nameof(StatusCode.Cancelled) : $"HTTP {context.Response.StatusCode}";
    }
}
