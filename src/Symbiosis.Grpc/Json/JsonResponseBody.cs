using System.IO.Pipelines;
using System.Text;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Grpc.Json;

/// <summary>
/// The answer on its way out. A unary method's is held back until the status is known; a stream's messages leave line by line as they are flushed, so that
/// an error before the first still has its HTTP status. An answer that something else wrote is not touched.
/// </summary>
internal sealed class JsonResponseBody : IHttpResponseBodyFeature
{
    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";

    private readonly HttpResponse _response;
    private readonly IHttpResponseBodyFeature _inner;
    private readonly IHeaderDictionary _trailers;
    private readonly JsonRequestBody _request;
    private readonly MethodDescriptor _method;
    private readonly JsonCodec _codec;
    private readonly FrameWriter _frames;
    private readonly LateWriter _writer;
    private Stream? _stream;
    private Google.Rpc.Status? _failure;
    private bool _isForeign;
    private bool _isBegun;
    private bool _isFinished;

    public JsonResponseBody(
        HttpResponse response, IHttpResponseBodyFeature inner, IHeaderDictionary trailers, JsonRequestBody request, MethodDescriptor method)
    {
        _response = response;
        _inner = inner;
        _trailers = trailers;
        _request = request;
        _method = method;
        _codec = JsonCodec.For(method.File);
        _frames = new FrameWriter(FlushFramesAsync);
        _writer = new LateWriter(ChooseWriter);
    }

    /// <inheritdoc/>
    public Stream Stream => _stream ??= Writer.AsStream(leaveOpen: true);

    /// <inheritdoc/>
    public PipeWriter Writer => _writer;

    private bool IsGrpc => _response.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;

    /// <inheritdoc/>
    public void DisableBuffering() => _inner.DisableBuffering();

    /// <summary>Waits with gRPC's headers: the status is not known yet.</summary>
    public Task StartAsync(CancellationToken cancellationToken = default) => IsGrpc ? Task.CompletedTask : _inner.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        _isForeign = true;
        return _inner.SendFileAsync(path, offset, count, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task CompleteAsync()
    {
        await FinishAsync(CancellationToken.None);
        await _inner.CompleteAsync();
    }

    /// <summary>Sends what is left: the answer of a unary method, or the error. A second call does nothing.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (_isFinished || _isForeign || cancellationToken.IsCancellationRequested) return;
        _isFinished = true;
        var status = _request.Failure ?? _failure ?? CallStatus.Read(_trailers) ?? CallStatus.Read(_response.Headers);
        if (status?.Code == (int)StatusCode.OK) await FinishWellAsync(cancellationToken);
        else if (status is not null) await FailAsync(status, _request.FailureHttpStatus, cancellationToken);
        else if (StatusWithoutGrpc() is { } other) await FailAsync(other, IsGrpc ? null : _response.StatusCode, cancellationToken);
    }

    private async Task FinishWellAsync(CancellationToken cancellationToken)
    {
        if (_method.IsServerStreaming)
        {
            // A stream without messages is an answer, too.
            await FlushFramesAsync(cancellationToken);
            Begin(StatusCodes.Status200OK, Lines);
            await _inner.StartAsync(cancellationToken);
            return;
        }

        string? json = null;
        try
        {
            json = TakeJson();
        }
        catch (RpcException exception)
        {
            _failure = CallStatus.From(exception);
        }

        if (json is null) await FailAsync(_failure ?? Internal("The method gave no message."), null, cancellationToken);
        else await WriteWholeAsync(json, StatusCodes.Status200OK, cancellationToken);
    }

    private async Task FailAsync(Google.Rpc.Status status, int? httpStatus, CancellationToken cancellationToken)
    {
        if (_isBegun)
        {
            WriteLine(RpcStatusJson.FormatAsError(status, _codec));
            await _inner.Writer.FlushAsync(cancellationToken);
            return;
        }

        if (_response.HasStarted) return;
        if (RpcStatusJson.RetrySeconds(status) is { } seconds) _response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await WriteWholeAsync(RpcStatusJson.Format(status, _codec), httpStatus ?? HttpStatusCodes.Of((StatusCode)status.Code), cancellationToken);
    }

    private async Task WriteWholeAsync(string json, int httpStatus, CancellationToken cancellationToken)
    {
        Begin(httpStatus, Json);
        var bytes = Encoding.UTF8.GetBytes(json + "\n");
        _response.ContentLength = bytes.Length;
        await _inner.Writer.WriteAsync(bytes, cancellationToken);
    }

    private PipeWriter ChooseWriter()
    {
        if (IsGrpc) return _frames;
        _isForeign = true;
        return _inner.Writer;
    }

    private ValueTask<FlushResult> FlushFramesAsync(CancellationToken cancellationToken)
    {
        if (!_method.IsServerStreaming || _failure is not null) return default;
        try
        {
            while (TakeJson() is { } json)
            {
                Begin(StatusCodes.Status200OK, Lines);
                WriteLine(json);
            }
        }
        catch (RpcException exception)
        {
            _failure = CallStatus.From(exception);
            throw;
        }

        return _isBegun ? _inner.Writer.FlushAsync(cancellationToken) : default;
    }

    private string? TakeJson()
    {
        if (!_frames.TryTake(out var bytes)) return null;
        try
        {
            return _codec.Format(_method.OutputType.Parser.ParseFrom(bytes.ToArray()));
        }
        catch (InvalidOperationException exception)
        {
            // An Any of a type that no file of the service knows.
            throw new RpcException(new Status(StatusCode.Internal, "The answer cannot be written as JSON.", exception));
        }
    }

    private void WriteLine(string json)
    {
        Encoding.UTF8.GetBytes(json, _inner.Writer);
        Encoding.UTF8.GetBytes("\n", _inner.Writer);
    }

    private void Begin(int httpStatus, string contentType)
    {
        if (_isBegun || _response.HasStarted) return;
        _isBegun = true;
        foreach (var name in CallStatus.ProtocolNames)
            _response.Headers.Remove(name);
        _response.StatusCode = httpStatus;
        _response.ContentType = contentType;
        _response.ContentLength = null;
    }

    // Another part of the pipeline refused the request (authentication, rate limits), or the server gave up without a status.
    private Google.Rpc.Status? StatusWithoutGrpc()
    {
        if (_response.HasStarted) return _isBegun ? Internal("The call ended without a status.") : null;
        if (IsGrpc) return Internal("The call ended without a status.");
        if (_response.StatusCode < StatusCodes.Status400BadRequest) return null;
        return new Google.Rpc.Status
        {
            Code = (int)HttpStatusCodes.ToGrpc(_response.StatusCode),
            Message = ReasonPhrases.GetReasonPhrase(_response.StatusCode),
        };
    }

    private static Google.Rpc.Status Internal(string message) => new() { Code = (int)StatusCode.Internal, Message = message };
}
