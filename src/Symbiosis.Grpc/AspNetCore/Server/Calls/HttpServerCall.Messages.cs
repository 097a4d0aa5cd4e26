using System.Buffers;
using System.IO.Pipelines;
using Grpc.AspNetCore.Server.Headers;
using Grpc.AspNetCore.Server.Messages;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Calls;

/// <content>Messages in and out, and the response's headers.</content>
internal sealed partial class HttpServerCall
{
    /// <summary>Key in the response metadata by which a handler chooses the call's encoding; C-core's name.</summary>
    private const string EncodingRequestKey = "grpc-internal-encoding-request";

    private readonly ReceivedPayload _payload = new();
    private volatile PipeReader? _reader;
    private MessageWriter? _writer;
    private ICompressionProvider? _requestEncoding;
    private ICompressionProvider? _responseEncoding;
    private bool _isResponseEncodingChosen;
    private bool _hasResponseHeaders;
    private bool _hasResponseMessage;

    /// <inheritdoc/>
    public bool IsCompressed { get; private set; }

    /// <summary>The one message of a call that has exactly one, once the client has ended its side.</summary>
    /// <exception cref="RpcException">There is none, a second, or it is faulty.</exception>
    public async ValueTask<TRequest> ReadSingleAsync<TRequest>(Marshaller<TRequest> marshaller, PayloadCheck check)
    {
        var reader = httpContext.Request.BodyReader;
        while (true)
        {
            var result = await ReadBodyAsync(reader);
            var rest = result.Buffer;
            if (MessageFrame.TryRead(ref rest, settings.Options.MaxReceiveMessageSize, out var isCompressed, out var payload))
            {
                if (!rest.IsEmpty)
                    throw MessageFaults.SecondMessage();
                if (result.IsCompleted)
                {
                    var message = Deserialize(payload, isCompressed, marshaller, check);
                    AdvanceBody(reader, result.Buffer.End, result.Buffer.End);
                    return message;
                }
            }
            else if (result.IsCompleted)
            {
                throw result.Buffer.IsEmpty ? MessageFaults.NoMessage() : MessageFaults.Incomplete();
            }

            AdvanceBody(reader, result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <summary>The next message of a stream; false at its end.</summary>
    /// <exception cref="RpcException">It is faulty.</exception>
    public async ValueTask<(bool HasMessage, TRequest? Message)> ReadNextAsync<TRequest>(
        Marshaller<TRequest> marshaller, PayloadCheck check, CancellationToken cancellationToken)
        where TRequest : class
    {
        var reader = httpContext.Request.BodyReader;
        while (true)
        {
            var result = await ReadBodyAsync(reader, cancellationToken);
            var rest = result.Buffer;
            if (MessageFrame.TryRead(ref rest, settings.Options.MaxReceiveMessageSize, out var isCompressed, out var payload))
            {
                var message = Deserialize(payload, isCompressed, marshaller, check);
                AdvanceBody(reader, rest.Start, rest.Start);
                return (true, message);
            }

            if (result.IsCompleted)
            {
                var isEmpty = result.Buffer.IsEmpty;
                AdvanceBody(reader, result.Buffer.End, result.Buffer.End);
                return isEmpty ? (false, null) : throw MessageFaults.Incomplete();
            }

            AdvanceBody(reader, result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <summary>Sends a message of a stream.</summary>
    /// <exception cref="InvalidOperationException">The handler has ended, or another write is going on.</exception>
    /// <exception cref="OperationCanceledException">The call is over.</exception>
    public async Task WriteStreamAsync<TResponse>(
        TResponse message, Marshaller<TResponse> marshaller, WriteOptions? writeOptions, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RequireBeginWrite();
        try
        {
            WriteMessage(message, marshaller, writeOptions);
            if (((writeOptions?.Flags ?? 0) & WriteFlags.BufferHint) == 0)
                await FlushAsync(cancellationToken);
        }
        finally
        {
            _gate.EndWrite();
        }
    }

    /// <inheritdoc/>
    protected override async Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        RequireBeginWrite();
        try
        {
            if (httpContext.Response.HasStarted)
                throw new InvalidOperationException("Response headers can only be sent once per call.");
            if (responseHeaders.Get(EncodingRequestKey)?.Value is { } encoding)
                ChooseResponseEncoding(encoding);
            EnsureHeaders();
            MetadataWriting.Write(responseHeaders, httpContext.Response.Headers);
            await httpContext.Response.StartAsync(TokenSource().Token);
            await httpContext.Response.BodyWriter.FlushAsync(TokenSource().Token);
        }
        finally
        {
            _gate.EndWrite();
        }
    }

    private void RequireBeginWrite()
    {
        if (_gate.TryBeginWrite())
            return;
        if (_gate.Outcome == CallOutcome.Completed)
            throw new InvalidOperationException("Can't write the message because the request is complete.");
        throw new OperationCanceledException("The call is over.", TokenSource().Token);
    }

    private void WriteMessage<TResponse>(TResponse message, Marshaller<TResponse> marshaller, WriteOptions? writeOptions)
    {
        EnsureHeaders();
        _writer ??= new MessageWriter(httpContext.Response.BodyWriter, settings.Options.MaxSendMessageSize);
        var isPlain = ((writeOptions?.Flags ?? 0) & WriteFlags.NoCompress) != 0;
        _writer.Write(message, marshaller.ContextualSerializer, isPlain ? null : _responseEncoding, settings.Options.ResponseCompressionLevel);
        _hasResponseMessage = true;
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        var result = await httpContext.Response.BodyWriter.FlushAsync(cancellationToken);
        if (!result.IsCompleted && !result.IsCanceled)
            return;
        // The writer may know of the client's reset before the request's token does.
        _isAborted = true;
        throw new OperationCanceledException("The call is over.", TokenSource().Token);
    }

    /// <summary>Sets what every response has. Messages and metadata come after it.</summary>
    private void EnsureHeaders()
    {
        if (_hasResponseHeaders)
            return;
        _hasResponseHeaders = true;
        if (!_isResponseEncodingChosen && settings.Options.ResponseCompressionAlgorithm is { } algorithm)
            ChooseResponseEncoding(algorithm);
        httpContext.Response.ContentType = ContentTypes.Grpc;
        if (_responseEncoding is { } encoding)
            httpContext.Response.Headers.GrpcEncoding = encoding.EncodingName;
    }

    private void ChooseResponseEncoding(string name)
    {
        _isResponseEncodingChosen = true;
        var isAccepted = name != MessageCompression.Identity && Encodings.Accepts(httpContext.Request.Headers.GrpcAcceptEncoding.ToString(), name);
        _responseEncoding = isAccepted ? settings.Encodings.Find(name) : null;
    }

    private TMessage Deserialize<TMessage>(ReadOnlySequence<byte> bytes, bool isCompressed, Marshaller<TMessage> marshaller, PayloadCheck check)
    {
        IsCompressed = isCompressed;
        if (!isCompressed)
            return Parse(bytes, marshaller, check);
        var encoding = RequireRequestEncoding();
        using var plain = new PooledBufferWriter((int)Math.Min(bytes.Length * 2, SmallResponseLength));
        return MessageCompression.Decompress(encoding, bytes, settings.Options.MaxReceiveMessageSize, plain) switch
        {
            DecompressionOutcome.Done => Parse(new ReadOnlySequence<byte>(plain.WrittenMemory), marshaller, check),
            DecompressionOutcome.TooLarge => throw MessageFaults.ReceivedTooLarge(),
            _ => throw MessageFaults.BadCompression(),
        };
    }

    private TMessage Parse<TMessage>(ReadOnlySequence<byte> bytes, Marshaller<TMessage> marshaller, PayloadCheck check)
    {
        if (!check.IsNeededFor(bytes.Length))
            return Parse(bytes, marshaller);
        if (bytes.IsSingleSegment)
        {
            check.Require(bytes.FirstSpan);
            return Parse(bytes, marshaller);
        }

        // In one piece the message is looked through faster, and parsed faster as well.
        using var whole = new PooledBufferWriter((int)bytes.Length);
        bytes.CopyTo(whole.GetSpan((int)bytes.Length));
        whole.Advance((int)bytes.Length);
        check.Require(whole.WrittenSpan);
        return Parse(new ReadOnlySequence<byte>(whole.WrittenMemory), marshaller);
    }

    private TMessage Parse<TMessage>(ReadOnlySequence<byte> bytes, Marshaller<TMessage> marshaller)
    {
        _payload.Set(bytes);
        try
        {
            return marshaller.ContextualDeserializer(_payload) ?? throw MessageFaults.NotParsed(null);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw MessageFaults.NotParsed(exception);
        }
        finally
        {
            _payload.Set(default);
        }
    }

    private ICompressionProvider RequireRequestEncoding()
    {
        if (_requestEncoding is not null)
            return _requestEncoding;
        var name = httpContext.Request.Headers.GrpcEncoding.ToString();
        if (name.Length == 0)
            throw MessageFaults.CompressedWithoutEncoding();
        if (name == MessageCompression.Identity)
            throw MessageFaults.CompressedIdentity();
        if (settings.Encodings.Find(name) is { } provider)
            return _requestEncoding = provider;
        if (!httpContext.Response.HasStarted)
            httpContext.Response.Headers.GrpcAcceptEncoding = settings.Encodings.Names;
        throw MessageFaults.UnknownEncoding(MetadataWriting.Sanitise(name), settings.Encodings.Names);
    }

    private void AdvanceBody(PipeReader reader, SequencePosition consumed, SequencePosition examined)
    {
        try
        {
            reader.AdvanceTo(consumed, examined);
        }
        catch (IOException exception)
        {
            // The client's reset came between reading and this; Kestrel tells of it here too.
            _isAborted = true;
            throw new OperationCanceledException("The client reset the call.", exception, TokenSource().Token);
        }
    }

    private async ValueTask<ReadResult> ReadBodyAsync(PipeReader reader, CancellationToken cancellationToken = default)
    {
        try
        {
            // A token of the call would cost four objects. The client's reset ends the read without one, and so does an early end, which cancels the reader:
            // the reader is named first and the gate asked second, the early end does it the other way round.
            _reader = reader;
            if (_gate.Outcome is not (CallOutcome.DeadlineExceeded or CallOutcome.Drained))
            {
                if (!reader.TryRead(out var result))
                    result = await reader.ReadAsync(cancellationToken);
                if (!result.IsCanceled)
                    return result;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Kestrel's word for a lost connection.
            _isAborted = true;
            throw;
        }
        catch (BadHttpRequestException exception)
        {
            throw MessageFaults.Unreadable(exception);
        }
        catch (IOException exception)
        {
            _isAborted = true;
            throw new OperationCanceledException("The client reset the call.", exception, TokenSource().Token);
        }

        throw new OperationCanceledException("The call is over.", TokenSource().Token);
    }
}
