using System.IO.Pipelines;
using Grpc.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Web;

/// <summary>Translates gRPC-Web to plain gRPC on the way in and back on the way out.</summary>
internal sealed class GrpcWebMiddleware(GrpcWebOptions options)
{
    private const string UnimplementedStatus = "12";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method)
            || !GrpcWebContentType.TryParse(context.Request.ContentType, out var contentType)
            || !IsEnabled(context))
        {
            await next(context);
            return;
        }

        var trailers = new ResponseTrailers();
        var inner = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var answer = contentType.ForAccept(context.Request.Headers.Accept);
        var body = new GrpcWebResponseBody(context.Response, inner, answer, trailers.Trailers);
        var decoded = contentType.IsText ? PipeReader.Create(new Base64RequestStream(context.Request.BodyReader)) : null;
        using (new PlainGrpcDisguise(context, contentType.Plain, decoded, body, trailers))
            await next(context);
        if (IsUnknownMethod(context)) AnswerUnimplemented(context.Response);
        await body.FinishAsync(context.RequestAborted);
    }

    private bool IsEnabled(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IGrpcWebEnabledMetadata>()?.GrpcWebEnabled ?? options.DefaultEnabled;

    // Where nothing takes unknown methods, the client would see a 404 without a gRPC status.
    private static bool IsUnknownMethod(HttpContext context) =>
        !context.Response.HasStarted && context.GetEndpoint() is null && context.Response.StatusCode == StatusCodes.Status404NotFound;

    private static void AnswerUnimplemented(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = UnimplementedStatus;
        response.Headers["grpc-message"] = "Service is unimplemented.";
    }
}
