using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>
/// One call with all its attempts, apart from the types of its messages. It ends exactly once, by what the server said or by what happened here first
/// (deadline, cancellation, disposal); then everybody who waits is told at once, whatever the transport is doing.
/// </summary>
internal abstract partial class GrpcCall : IDisposable
{
    private static readonly ActivitySource Activities = new("Grpc.Net.Client");

    private readonly CancellationTokenSource _transportCancellation = new();
    private readonly TaskCompletionSource<Metadata> _headers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CallDeadline? _deadline;
    private readonly ICompressionProvider? _compression;
    private readonly string? _unknownEncoding;
    private CancellationTokenRegistration _cancellationRegistration;
    private HttpResponseMessage? _response;
    private Activity? _activity;
    private Status _status;
    private Metadata _trailers = Metadata.Empty;
    private int _endClaim;
    private volatile bool _isCancelledHere;

    protected GrpcCall(GrpcChannel channel, MethodSettings method, string? host, CallOptions options, bool hasSingleRequest)
    {
        Channel = channel;
        Method = method;
        Host = host;
        Options = options;
        Requests = new RequestStream(channel.RetryBuffer, hasSingleRequest, isRetried: method.Retry is not null);
        _deadline = CreateDeadline();
        if (options.Headers?.GetValue(RequestHeaders.RequestEncodingKey) is { } encoding and not MessageCompression.Identity
            && !channel.CompressionProviders.TryGetValue(encoding, out _compression))
        {
            _unknownEncoding = encoding;
        }
    }

    /// <summary>The server's headers.</summary>
    public Task<Metadata> HeadersTask => _headers.Task;

    /// <summary>Done when the call is over; never faults.</summary>
    public Task EndedTask => _ended.Task;

    /// <summary>Whether the call is over.</summary>
    public bool IsEnded => _ended.Task.IsCompleted;

    /// <summary>Cancels what the transport does for this call.</summary>
    public CancellationToken TransportToken => _transportCancellation.Token;

    /// <summary>The messages to send.</summary>
    public RequestStream Requests { get; }

    /// <summary>Whether the response is being read, so that the call's end will be noticed without further ado.</summary>
    public abstract bool IsReading { get; }

    protected GrpcChannel Channel { get; }

    protected MethodSettings Method { get; }

    protected CallOptions Options { get; }

    private string? Host { get; }

    private bool IsDeadlineOver => _deadline is { } deadline && deadline.Remaining <= TimeSpan.Zero;

    /// <summary>How the call ended.</summary>
    /// <exception cref="InvalidOperationException">It has not.</exception>
    public Status GetStatus() => IsEnded ? _status : throw new InvalidOperationException("Unable to get the status because the call is not complete.");

    /// <summary>Trailers; empty where the server sent none.</summary>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public Metadata GetTrailers() => IsEnded ? _trailers : throw new InvalidOperationException("Can't get the call trailers because the call has not completed successfully.");

    /// <summary>What a call that ended in another way than OK throws.</summary>
    public Exception CreateException()
    {
        var exception = new RpcException(_status, _trailers);
        var isCancellation = _status.StatusCode == StatusCode.DeadlineExceeded
            || (_status.StatusCode == StatusCode.Cancelled && _isCancelledHere);
        return Channel.ThrowOperationCanceledOnCancellation && isCancellation
            ? new OperationCanceledException(_status.Detail, exception, Options.CancellationToken)
            : exception;
    }

    /// <summary>Ends the call from this side.</summary>
    public void Cancel(Status status)
    {
        _isCancelledHere = true;
        if (TryEnd(status, Metadata.Empty))
            _transportCancellation.Cancel();
    }

    /// <summary>Ends the call from this side because its caller wants so.</summary>
    public void Cancel() => Cancel(new Status(StatusCode.Cancelled, "Call canceled by the client."));

    /// <inheritdoc/>
    public void Dispose() => Cancel(new Status(StatusCode.Cancelled, "gRPC call disposed."));

    /// <summary>Ends the call after its body was read to the end: the trailers tell how.</summary>
    public void EndByTrailers()
    {
        var response = _response;
        if (IsEnded || response is null)
            return;
        var status = ResponseStatus.Find(response.TrailingHeaders.NonValidated) ?? new Status(StatusCode.Unknown, "No grpc-status found on response.");
        TryEnd(status, ResponseMetadata.FromTrailers(response));
    }

    /// <summary>Ends the call by a fault of the transport or the protocol; an error in trailers that came none the less says more.</summary>
    public void EndByFault(Exception exception)
    {
        if (!IsEnded && exception is RpcException && _response is { } response
            && ResponseStatus.Find(response.TrailingHeaders.NonValidated) is { StatusCode: not StatusCode.OK } status)
        {
            TryEnd(status, ResponseMetadata.FromTrailers(response));
        }
        else if (TryEnd(TransportFailure.ToStatus(exception, IsDeadlineOver), Metadata.Empty))
        {
            // The server may still be sending.
            _transportCancellation.Cancel();
        }
    }

    /// <summary>Frame of a message.</summary>
    protected PooledBufferWriter Serialize<T>(Marshaller<T> marshaller, T message, WriteOptions? wishes)
    {
        var isPlain = (wishes ?? Options.WriteOptions ?? WriteOptions.Default).Flags.HasFlag(WriteFlags.NoCompress);
        return RequestSerializer.Serialize(marshaller, message, isPlain ? null : _compression, Channel.MaxSendMessageSize);
    }

    /// <summary>Makes the call known to the channel and begins to watch deadline and token; false: it is over already.</summary>
    protected bool TryBegin()
    {
        Channel.Add(this);
        if (Options.CancellationToken.CanBeCanceled)
            _cancellationRegistration = Options.CancellationToken.UnsafeRegister(static state => ((GrpcCall)state!).Cancel(), this);
        if (IsDeadlineOver)
            EndByDeadline();
        else
            _deadline?.Start();
        if (_unknownEncoding is not null)
            TryEnd(new Status(StatusCode.Internal, $"Could not find compression provider for '{_unknownEncoding}'."), Metadata.Empty);

        // The token may have fired before the registration was stored.
        if (IsEnded)
            _cancellationRegistration.Unregister();
        return !IsEnded;
    }

    /// <summary>Ends the call once; false: it is over already.</summary>
    protected bool TryEnd(Status status, Metadata trailers)
    {
        if (Interlocked.Exchange(ref _endClaim, 1) != 0)
            return false;
        _status = OnEnding(status);
        _trailers = trailers;
        _ended.TrySetResult();
        _deadline?.Dispose();
        _cancellationRegistration.Unregister();
        Requests.End();
        if (!_headers.Task.IsCompleted && _headers.TrySetException(CreateException()))
            _ = _headers.Task.Exception;
        OnEnded();
        if (Method.Retry is not null && _status.StatusCode == StatusCode.OK)
            Channel.RetryThrottle.AddSuccess();
        _response?.Dispose();
        GrpcClientLog.CallEnded(Channel.Log, Method.Method.FullName, _status.StatusCode, _status.Detail);
        EndActivity();
        Channel.Remove(this);
        return true;
    }

    /// <summary>The last word on the status: a call with a single response is not OK without one.</summary>
    protected virtual Status OnEnding(Status status) => status;

    /// <summary>Tells those who wait for responses.</summary>
    protected abstract void OnEnded();

    private CallDeadline? CreateDeadline()
    {
        if (Options.Deadline is not { } deadline || deadline == DateTime.MaxValue)
            return null;
        if (deadline.Kind != DateTimeKind.Utc && deadline != DateTime.MinValue)
            throw new InvalidOperationException("Deadline must have a kind DateTimeKind.Utc or be equal to DateTime.MaxValue or DateTime.MinValue.");
        return new CallDeadline(Channel.TimeProvider, new DateTimeOffset(deadline, TimeSpan.Zero), EndByDeadline);
    }

    private void EndByDeadline() => Cancel(new Status(StatusCode.DeadlineExceeded, ""));

    private void EndActivity()
    {
        if (_activity is not { } activity)
            return;
        activity.SetTag("rpc.grpc.status_code", (int)_status.StatusCode);
        if (_status.StatusCode != StatusCode.OK)
            activity.SetStatus(ActivityStatusCode.Error, _status.Detail);
        activity.Dispose();
    }
}
