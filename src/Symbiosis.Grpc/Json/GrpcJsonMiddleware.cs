using System.Globalization;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Grpc.Json;

/// <summary>Translates a call in JSON to plain gRPC on the way in and back on the way out.</summary>
internal sealed class GrpcJsonMiddleware(GrpcJsonOptions options)
{
    /// <summary>For people: a deadline in seconds, such as 2.5; gRPC's own header is counted in a unit.</summary>
    private const string TimeoutSecondsName = "x-timeout-seconds";
    private const string TimeoutName = "grpc-timeout";
    private const int MaxTimeoutSeconds = 99_999;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method)
            || !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var mediaType)
            || !mediaType.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || ServiceDescriptors.MethodOf(context.GetEndpoint()) is not { } method)
        {
            await next(context);
            return;
        }

        if (Refusal(context.Request, mediaType, method) is { } refusal)
        {
            await RefuseAsync(context, method, refusal.Code, refusal.Message, refusal.HttpStatus);
            return;
        }

        var trailers = new ResponseTrailers();
        var request = new JsonRequestBody(context.Request, context.Request.BodyReader, method, options);
        var inner = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var body = new JsonResponseBody(context.Response, inner, trailers.Trailers, request, method);
        context.Request.Headers.Remove("grpc-encoding");
        context.Request.Headers.Remove("grpc-accept-encoding");
        using (new PlainGrpcDisguise(context, "application/grpc", request, body, trailers))
            await next(context);
        await body.FinishAsync(context.RequestAborted);
    }

    private static (StatusCode Code, string Message, int HttpStatus)? Refusal(HttpRequest request, MediaTypeHeaderValue mediaType, MethodDescriptor method)
    {
        if (method.IsClientStreaming)
        {
            return (StatusCode.Unimplemented, $"{method.FullName} takes a stream of requests, which JSON over HTTP cannot carry; use gRPC.",
                StatusCodes.Status501NotImplemented);
        }

        if (mediaType.Charset.HasValue && !mediaType.Charset.ToString().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return (StatusCode.InvalidArgument, "JSON has to be UTF-8.", StatusCodes.Status415UnsupportedMediaType);
        if (request.Headers.ContentEncoding.ToString() is not ("" or "identity"))
            return (StatusCode.InvalidArgument, "The body may not be compressed.", StatusCodes.Status415UnsupportedMediaType);
        if (!TrySetTimeout(request.Headers))
            return (StatusCode.InvalidArgument, $"{TimeoutSecondsName} has to be above 0 and at most {MaxTimeoutSeconds}.", StatusCodes.Status400BadRequest);
        return null;
    }

    private static bool TrySetTimeout(IHeaderDictionary headers)
    {
        var text = headers[TimeoutSecondsName].ToString();
        if (text.Length == 0 || headers.ContainsKey(TimeoutName)) return true;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds is not (> 0 and <= MaxTimeoutSeconds))
            return false;
        headers[TimeoutName] = string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds * 1000):0}m");
        return true;
    }

    private static Task RefuseAsync(HttpContext context, MethodDescriptor method, StatusCode code, string message, int httpStatus)
    {
        context.Response.StatusCode = httpStatus;
        context.Response.ContentType = "application/json";
        var status = new Google.Rpc.Status { Code = (int)code, Message = message };
        return context.Response.WriteAsync(RpcStatusJson.Format(status, JsonCodec.For(method.File)) + "\n", context.RequestAborted);
    }
}
