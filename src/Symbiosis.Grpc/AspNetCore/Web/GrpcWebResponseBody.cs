using System.IO.Pipelines;
using Grpc.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Web;

/// <summary>
/// The answer on its way out: messages pass through, as base64 where the client reads text, and the trailers follow as a last frame. An answer that is
/// not gRPC (404, 415) is not touched; one that has its status among the headers and no message stays so.
/// </summary>
internal sealed class GrpcWebResponseBody(
    HttpResponse response, IHttpResponseBodyFeature inner, GrpcWebContentType contentType, IHeaderDictionary trailers) : IHttpResponseBodyFeature
{
    private PipeWriter? _writer;
    private Stream? _stream;
    private bool _isPrepared;
    private bool _isGrpc;
    private bool _isFinished;

    /// <inheritdoc/>
    public Stream Stream => _stream ??= Writer.AsStream(leaveOpen: true);

    /// <inheritdoc/>
    public PipeWriter Writer => _writer ??= new LateWriter(() => Prepare() && contentType.IsText ? new Base64Writer(inner.Writer) : inner.Writer);

    /// <inheritdoc/>
    public void DisableBuffering() => inner.DisableBuffering();

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        Prepare();
        return inner.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        inner.SendFileAsync(path, offset, count, cancellationToken);

    /// <inheritdoc/>
    public async Task CompleteAsync()
    {
        await FinishAsync(CancellationToken.None);
        await inner.CompleteAsync();
    }

    /// <summary>Sends the trailers; a second call does nothing.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (_isFinished) return;
        _isFinished = true;
        if (!Prepare() || trailers.Count == 0 || cancellationToken.IsCancellationRequested) return;
        TrailerFrame.Write(Writer, trailers);
        await Writer.FlushAsync(cancellationToken);
    }

    // The last moment at which headers can be changed, and the first at which it is known what the answer is.
    private bool Prepare()
    {
        if (_isPrepared) return _isGrpc;
        _isPrepared = true;
        _isGrpc = response.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;
        if (_isGrpc && !response.HasStarted) response.ContentType = contentType.Answer;
        return _isGrpc;
    }
}
