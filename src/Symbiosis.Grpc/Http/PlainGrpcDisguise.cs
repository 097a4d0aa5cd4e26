using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.Http;

/// <summary>
/// Makes a request of another protocol look like plain gRPC over HTTP/2 to what comes after in the pipeline. Disposing puts everything back,
/// so that what came before sees the request as it was.
/// </summary>
internal sealed class PlainGrpcDisguise : IDisposable
{
    private readonly HttpContext _context;
    private readonly string? _contentType;
    private readonly string _protocol;
    private readonly IHttpResponseBodyFeature? _responseBody;
    private readonly IHttpResponseTrailersFeature? _trailers;
    private readonly IHttpResetFeature? _reset;
    private readonly IRequestBodyPipeFeature? _requestPipe;
    private readonly Stream _requestBody;
    private readonly long? _contentLength;

    public PlainGrpcDisguise(
        HttpContext context, string contentType, PipeReader? requestBody, IHttpResponseBodyFeature responseBody, IHttpResponseTrailersFeature trailers)
    {
        _context = context;
        _contentType = context.Request.ContentType;
        _protocol = context.Request.Protocol;
        _responseBody = context.Features.Get<IHttpResponseBodyFeature>();
        _trailers = context.Features.Get<IHttpResponseTrailersFeature>();
        _reset = context.Features.Get<IHttpResetFeature>();
        _requestPipe = context.Features.Get<IRequestBodyPipeFeature>();
        _requestBody = context.Request.Body;
        _contentLength = context.Request.ContentLength;

        context.Request.ContentType = contentType;
        context.Request.Protocol = HttpProtocol.Http2;
        if (requestBody is not null)
        {
            context.Request.ContentLength = null;
            context.Request.Body = requestBody.AsStream(leaveOpen: true);
            context.Features.Set<IRequestBodyPipeFeature>(new RequestBodyPipe(requestBody));
        }

        context.Features.Set(responseBody);
        context.Features.Set(trailers);

        // A reset would cut off the answer before it is translated.
        context.Features.Set<IHttpResetFeature>(null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _context.Request.ContentType = _contentType;
        _context.Request.Protocol = _protocol;
        _context.Request.ContentLength = _contentLength;
        _context.Request.Body = _requestBody;
        _context.Features.Set(_requestPipe);
        _context.Features.Set(_responseBody);
        _context.Features.Set(_trailers);
        _context.Features.Set(_reset);
    }
}
