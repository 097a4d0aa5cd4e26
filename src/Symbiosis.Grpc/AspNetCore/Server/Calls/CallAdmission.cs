using Grpc.AspNetCore.Server.Headers;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Decides whether a request that was routed to a method is a gRPC call at all, and answers it where it is not.</summary>
internal static class CallAdmission
{
    /// <summary>True: it is a call of the method. False: the request has been answered.</summary>
    public static bool TryAdmit(HttpContext httpContext, IMethod method, ILogger logger)
    {
        var request = httpContext.Request;
        var contentType = ContentTypes.Classify(request.ContentType);
        var isExactPath = HasPath(httpContext, method.FullName);
        if (!isExactPath && (contentType == GrpcContentType.Other || !HttpMethods.IsPost(request.Method)))
            return Refuse(httpContext, logger, StatusCodes.Status404NotFound, "the path differs from the method's");
        if (!HttpMethods.IsPost(request.Method))
        {
            httpContext.Response.Headers.Allow = HttpMethods.Post;
            return Refuse(httpContext, logger, StatusCodes.Status405MethodNotAllowed, "the HTTP method is not POST");
        }

        if (contentType == GrpcContentType.Other)
            return Refuse(httpContext, logger, StatusCodes.Status415UnsupportedMediaType, "the content type is not gRPC");
        if (HttpProtocol.IsHttp11(request.Protocol) || HttpProtocol.IsHttp10(request.Protocol))
        {
            httpContext.Response.Headers.Upgrade = HttpProtocol.Http2;
            Write(httpContext, StatusCode.Internal, $"Request protocol '{request.Protocol}' is not supported.");
            return Refuse(httpContext, logger, StatusCodes.Status426UpgradeRequired, "the HTTP version is too old");
        }

        if (request.Headers.ContentType.Count > 1)
            return Refuse(httpContext, logger, StatusCode.Internal, "A header of the protocol stands more than once.");
        if (!request.Host.HasValue)
            return Refuse(httpContext, logger, StatusCode.Internal, "Neither :authority nor host is given.");
        if (!isExactPath)
            return Refuse(httpContext, logger, StatusCode.Unimplemented, "Method is unimplemented.");
        if (contentType == GrpcContentType.UnknownCodec)
            return Refuse(httpContext, logger, StatusCode.Unimplemented, "Content type is not supported; messages are protobuf.");
        return true;
    }

    /// <summary>Answers with a status and nothing else.</summary>
    public static void Write(HttpContext httpContext, StatusCode code, string detail)
    {
        var response = httpContext.Response;
        response.ContentType = ContentTypes.Grpc;
        response.Headers.GrpcStatus = $"{(int)code}";
        response.Headers.GrpcMessage = PercentEncoding.Encode(detail);
    }

    /// <summary>
    /// Whether the path came exactly as the method is named. Routing takes any case and decodes escapes; gRPC does neither. A prefix that the application put
    /// before its endpoints is part of the name.
    /// </summary>
    private static bool HasPath(HttpContext httpContext, string fullName)
    {
        var target = httpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var path = target is ['/', ..] ? target.AsSpan() : httpContext.Request.Path.Value.AsSpan();
        var query = path.IndexOf('?');
        if (query >= 0)
            path = path[..query];
        if (path.SequenceEqual(fullName))
            return true;
        if (!path.EndsWith(fullName, StringComparison.Ordinal) || httpContext.GetEndpoint() is not RouteEndpoint endpoint)
            return false;
        var pattern = endpoint.RoutePattern.RawText.AsSpan().TrimStart('/');
        var prefix = httpContext.Request.PathBase.Value.AsSpan();
        return path.StartsWith(prefix, StringComparison.Ordinal) && path[prefix.Length..].TrimStart('/').SequenceEqual(pattern);
    }

    private static bool Refuse(HttpContext httpContext, ILogger logger, int httpStatus, string reason)
    {
        logger.RequestRefused(reason);
        httpContext.Response.StatusCode = httpStatus;
        return false;
    }

    private static bool Refuse(HttpContext httpContext, ILogger logger, StatusCode code, string detail)
    {
        logger.RequestRefused(detail);
        Write(httpContext, code, detail);
        return false;
    }
}
