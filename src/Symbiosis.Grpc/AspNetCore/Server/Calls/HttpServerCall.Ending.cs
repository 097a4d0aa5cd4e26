using Grpc.AspNetCore.Server.Headers;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Server.Calls;

/// <content>How a call begins and ends: deadline, cancellation, status and trailers.</content>
internal sealed partial class HttpServerCall
{
    // Clients take 8 KB of headers by default (gRPC over HTTP/2, "Responses").
    private const int MaxMessageLength = 4 * 1024;

    // HTTP/2's error code CANCEL.
    private const int CancelErrorCode = 8;

    private const int SmallResponseLength = 32 * 1024;

    private static readonly Status s_deadlineExceeded = new(StatusCode.DeadlineExceeded, "Deadline Exceeded");
    private static readonly Status s_shutdown = new(StatusCode.Unavailable, "The server is shutting down.");
    private static readonly string[] s_codes = [.. Enumerable.Range(0, 17).Select(code => $"{code}")];

    // Half of the 200 ms within which a deadline has to be enforced: a client that does not read is reset then.
    private static readonly TimeSpan s_earlyEndLimit = TimeSpan.FromMilliseconds(100);

    // A timer takes no more than some 49 days.
    private static readonly TimeSpan s_longestTimer = TimeSpan.FromDays(24);

    private CancellationTokenSource? _tokenSource;
    private ITimer? _timer;
    private bool _isAborted;
    private bool _isResetNext;

    /// <summary>How it ends; <see cref="CallOutcome.Open"/> while it runs.</summary>
    public CallOutcome Outcome => _gate.Outcome;

    /// <summary>What was sent as its status, or would have been.</summary>
    public Status FinalStatus { get; private set; }

    /// <summary>Reads the protocol's headers and starts the clock.</summary>
    /// <returns>Why the call is refused; null: it goes on.</returns>
    public Status? Begin()
    {
        var headers = httpContext.Request.Headers;
        if (headers.GrpcTimeout.Count > 1 || headers.GrpcEncoding.Count > 1)
            return new Status(StatusCode.Internal, "A header of the protocol stands more than once.");
        var timeout = TimeSpan.Zero;
        var hasTimeout = headers.GrpcTimeout.Count > 0;
        if (hasTimeout && !TimeoutText.TryParse(headers.GrpcTimeout[0], out timeout))
            return new Status(StatusCode.Internal, "Header grpc-timeout is malformed.");
        if (!MetadataReading.HasOnlyValidBinaryValues(headers))
            return new Status(StatusCode.Internal, "A binary header is not valid base64.");
        if (!settings.Calls.TryAdd(this))
            return s_shutdown;
        if (!hasTimeout)
            return null;
        if (timeout == TimeSpan.Zero)
            return s_deadlineExceeded;

        _deadline = settings.TimeProvider.GetUtcNow().UtcDateTime.Add(timeout);
        _timer = settings.TimeProvider.CreateTimer(static call => ((HttpServerCall)call!).OnTimer(), this, Shortest(timeout), Timeout.InfiniteTimeSpan);
        return null;
    }

    /// <summary>The handler returned one message.</summary>
    public async Task CompleteAsync<TResponse>(TResponse? response, Marshaller<TResponse> marshaller)
        where TResponse : class
    {
        if (!await TryCloseAsync(CallOutcome.Completed))
            return;
        if (StatusCore.StatusCode == StatusCode.OK)
        {
            try
            {
                if (response is null)
                    StatusCore = new Status(StatusCode.Internal, "No message returned from method.");
                else
                    WriteMessage(response, marshaller, WriteOptionsCore);
            }
            catch (Exception exception)
            {
                StatusCore = HandlerFaults.ToStatus(exception, this);
            }
        }

        await SendEndAsync();
    }

    /// <summary>The handler returned after its stream.</summary>
    public async Task CompleteAsync()
    {
        if (await TryCloseAsync(CallOutcome.Completed))
            await SendEndAsync();
    }

    /// <summary>The call is refused before its handler ran.</summary>
    public Task RefuseAsync(Status status)
    {
        StatusCore = status;
        return CompleteAsync();
    }

    /// <summary>The handler, or the reading of its request, threw.</summary>
    public async Task FailAsync(Exception exception)
    {
        var isCancellation = exception is OperationCanceledException && (_isAborted || _tokenSource is { IsCancellationRequested: true });
        if (!await TryCloseAsync(isCancellation ? CallOutcome.Cancelled : CallOutcome.Completed))
        {
            if (exception is not OperationCanceledException)
                settings.Logger.HandlerFailedAfterEnd(exception, MethodCore, Outcome);
            return;
        }

        if (isCancellation)
        {
            FinalStatus = Status.DefaultCancelled;
            return;
        }

        StatusCore = HandlerFaults.ToStatus(exception, this);
        if (exception is RpcException { Trailers.Count: > 0 } rpcException)
        {
            foreach (var entry in rpcException.Trailers)
                ResponseTrailersCore.Add(entry);
        }

        await SendEndAsync();
    }

    /// <summary>The server stops and the call has had its time.</summary>
    public void EndForShutdown() => EndEarly(CallOutcome.Drained, s_shutdown);

    /// <summary>Nothing of the request is touched after this.</summary>
    public async ValueTask FinishAsync()
    {
        await _gate.EndSent;
        _gate.Finish();
        settings.Calls.Remove(this);
        if (_timer is not null)
            await _timer.DisposeAsync();
        _tokenSource?.Dispose();
    }

    private static TimeSpan Shortest(TimeSpan due) => due < s_longestTimer ? due : s_longestTimer;

    private async ValueTask<bool> TryCloseAsync(CallOutcome outcome)
    {
        if (!_gate.TryClose(outcome, out var pendingWrite))
            return false;
        // A handler that did not wait for its last write.
        if (!pendingWrite.IsCompleted)
            await pendingWrite;
        return true;
    }

    private async ValueTask SendEndAsync()
    {
        FinalStatus = StatusCore;
        if (_writer is { IsBroken: true })
        {
            Reset();
            return;
        }

        // Only errors may come without headers of their own.
        if (StatusCore.StatusCode == StatusCode.OK && !_hasResponseMessage && !httpContext.Response.HasStarted)
        {
            EnsureHeaders();
            await httpContext.Response.StartAsync();
        }

        WriteTrailers(StatusCore, _responseTrailers);
        // The server sends the rest when the request's delegate returns. What may block is sent here, where the deadline can still end it.
        if (_writer is { WrittenLength: > SmallResponseLength })
            await httpContext.Response.BodyWriter.FlushAsync();
    }

    private void WriteTrailers(Status status, Metadata? metadata)
    {
        var response = httpContext.Response;
        var target = response.Headers;
        if (response.HasStarted || _hasResponseMessage)
        {
            if (httpContext.Features.Get<IHttpResponseTrailersFeature>()?.Trailers is not { IsReadOnly: false } trailers)
            {
                Reset();
                return;
            }

            target = trailers;
        }
        else
        {
            response.ContentType = ContentTypes.Grpc;
        }

        var code = (int)status.StatusCode;
        target.GrpcStatus = s_codes[code < s_codes.Length && code >= 0 ? code : (int)StatusCode.Unknown];
        var message = status.Detail.Length == 0 || code == (int)StatusCode.OK ? "" : PercentEncoding.Encode(status.Detail, MaxMessageLength);
        if (message.Length > 0)
            target.GrpcMessage = message;
        if (metadata is not { Count: > 0 })
            return;
        var leftOutCount = MetadataWriting.Write(metadata, target, settings.Options.MaxTrailersSize - message.Length, isOk: code == (int)StatusCode.OK);
        if (leftOutCount > 0)
            settings.Logger.TrailersLeftOut(MethodCore, leftOutCount, settings.Options.MaxTrailersSize);
    }

    private void OnTimer()
    {
        var remaining = _deadline - settings.TimeProvider.GetUtcNow().UtcDateTime;
        if (remaining > TimeSpan.Zero && remaining > TimeSpan.FromMilliseconds(1))
            _timer?.Change(Shortest(remaining), Timeout.InfiniteTimeSpan);
        else
            EndEarly(CallOutcome.DeadlineExceeded, s_deadlineExceeded);
    }

    private void EndEarly(CallOutcome outcome, Status status)
    {
        if (_gate.TryClose(outcome, out var pendingWrite))
            _ = SendEarlyEndAsync(status, pendingWrite);
        else
            _gate.RunUnlessFinished(ResetUnfinished);
    }

    /// <summary>The handler has ended, but its last message has not gone out. It is given a moment, then the client does not get it.</summary>
    private void ResetUnfinished()
    {
        if (!_isResetNext)
        {
            _isResetNext = true;
            _timer?.Change(s_earlyEndLimit, Timeout.InfiniteTimeSpan);
            return;
        }

        settings.Logger.CallReset(MethodCore, Outcome);
        Reset();
    }

    private async Task SendEarlyEndAsync(Status status, Task pendingWrite)
    {
        try
        {
            FinalStatus = status;
            settings.Logger.CallEndedEarly(MethodCore, Outcome);
            if (await IsDoneInTimeAsync(pendingWrite) && _writer is not { IsBroken: true })
            {
                // Not the handler's trailers: it may be changing them on its own thread.
                WriteTrailers(status, null);
                if (!await IsDoneInTimeAsync(httpContext.Response.CompleteAsync()))
                    Reset();
            }
            else
            {
                Reset();
            }

            _reader?.CancelPendingRead();
            await TokenSource().CancelAsync();
        }
        catch (Exception exception)
        {
            settings.Logger.EndNotSent(exception, MethodCore);
            Reset();
        }
        finally
        {
            _gate.SetEndSent();
        }
    }

    private async ValueTask<bool> IsDoneInTimeAsync(Task task)
    {
        if (task.IsCompletedSuccessfully)
            return true;
        try
        {
            await task.WaitAsync(s_earlyEndLimit, settings.TimeProvider);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private void Reset()
    {
        if (httpContext.Features.Get<IHttpResetFeature>() is { } feature)
            feature.Reset(CancelErrorCode);
        else
            httpContext.Abort();
    }

    /// <summary>Cancelled with the request, at the deadline and at the shutdown. Made when first asked for: most short calls never do.</summary>
    private CancellationTokenSource TokenSource()
    {
        if (Volatile.Read(ref _tokenSource) is { } existing)
            return existing;
        var created = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        if (Interlocked.CompareExchange(ref _tokenSource, created, null) is { } other)
        {
            created.Dispose();
            return other;
        }

        if (_gate.Outcome is CallOutcome.DeadlineExceeded or CallOutcome.Drained)
            created.Cancel();
        return created;
    }
}
