using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>The attempts: request, response headers, and whether to try again.</summary>
internal abstract partial class GrpcCall
{
    private const double ReconnectGrowth = 1.6;

    // .NET gives up a request after three times finding no room on a connection whose limit of streams it learnt too late.
    private const int MaxUnsentCount = 10;

    /// <summary>Makes attempts until one is answered, then hands its messages over. Never faults.</summary>
    protected async Task RunAsync()
    {
        try
        {
            _activity = Activities.StartActivity("Grpc.Net.Client.GrpcOut", System.Diagnostics.ActivityKind.Client);
            _activity?.SetTag("rpc.system", "grpc").SetTag("rpc.service", Method.Method.ServiceName).SetTag("rpc.method", Method.Method.Name);
            var attempt = 1;
            var reconnectCount = 0;
            var unsentCount = 0;
            while (!IsEnded)
            {
                var result = await AttemptAsync(attempt).ConfigureAwait(false);
                if (result.Messages is { } messages)
                {
                    Requests.Commit();
                    await ReceiveAsync(result.Response!, messages).ConfigureAwait(false);
                    return;
                }

                TimeSpan delay;
                if (result.IsConnectFailure && Options.IsWaitForReady)
                {
                    delay = ReconnectDelay(reconnectCount++);
                }
                else if (result.IsUnsent && unsentCount < MaxUnsentCount)
                {
                    // The server saw nothing of it, so this is no retry that anybody has to permit.
                    delay = TimeSpan.FromMilliseconds(Channel.NextRandom() * Math.Pow(2, unsentCount++));
                }
                else if (RetryDelay(attempt, result) is { } retryDelay)
                {
                    delay = retryDelay;
                    attempt++;
                }
                else
                {
                    EndByResult(result);
                    return;
                }

                result.Response?.Dispose();
                GrpcClientLog.Retrying(Channel.Log, Method.Method.FullName, attempt, delay.TotalMilliseconds, result.Status.StatusCode, result.Status.Detail);
                await Task.Delay(delay, Channel.TimeProvider, TransportToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            EndByFault(exception);
        }
    }

    /// <summary>Takes the messages of the answered attempt.</summary>
    protected abstract Task OnMessagesAsync(ResponseMessages messages);

    private async Task ReceiveAsync(HttpResponseMessage response, ResponseMessages messages)
    {
        _response = response;
        _headers.TrySetResult(ResponseMetadata.FromHeaders(response));
        if (IsEnded)
            response.Dispose();
        else
            await OnMessagesAsync(messages).ConfigureAwait(false);
    }

    private void EndByResult(AttemptResult result)
    {
        if (result.Response is { } response && !IsEnded)
            _headers.TrySetResult(ResponseMetadata.FromHeaders(response));
        TryEnd(result.Status, result.Trailers);
        result.Response?.Dispose();
    }

    private async Task<AttemptResult> AttemptAsync(int attempt)
    {
        HttpResponseMessage? response = null;
        var senderCount = Requests.SenderCount;
        try
        {
            using var request = await CreateRequestAsync(attempt).ConfigureAwait(false);
            response = await Channel.SendAsync(request, TransportToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsStreamAsync(TransportToken).ConfigureAwait(false);
            var encoding = ResponseStatus.First(response.Headers.NonValidated, "grpc-encoding");
            var messages = new ResponseMessages(body, encoding, Channel.CompressionProviders, Channel.MaxReceiveMessageSize);
            if (ResponseStatus.Find(response.Headers.NonValidated) is { } early)
            {
                // A status in the headers counts only where nothing follows them; with another HTTP status it is all there is.
                var isOver = response.StatusCode != System.Net.HttpStatusCode.OK
                    || (await messages.IsEmptyAsync(TransportToken).ConfigureAwait(false) && response.TrailingHeaders.NonValidated.Count == 0);
                if (isOver)
                    return new AttemptResult(response, null, early, ResponseMetadata.FromHeaders(response));
            }

            return ResponseStatus.OfHttp(response) is { } bad
                ? new AttemptResult(response, null, bad, ResponseMetadata.FromHeaders(response))
                : new AttemptResult(response, messages, Status.DefaultSuccess, Metadata.Empty);
        }
        catch (Exception exception) when (!IsEnded)
        {
            response?.Dispose();
            var isConnectFailure = TransportFailure.IsConnectFailure(exception);
            return new AttemptResult(null, null, TransportFailure.ToStatus(exception, IsDeadlineOver), Metadata.Empty)
            {
                IsConnectFailure = isConnectFailure,
                IsUnsent = !isConnectFailure && Requests.SenderCount == senderCount && TransportFailure.IsAborted(exception),
            };
        }
        catch
        {
            response?.Dispose();
            throw;
        }
    }

    private async ValueTask<HttpRequestMessage> CreateRequestAsync(int attempt)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Method.Address)
        {
            Version = Channel.HttpVersion,
            VersionPolicy = Channel.HttpVersionPolicy,
            Content = new RequestContent(Requests),
        };
        if (Host is not null)
            request.Headers.Host = Host;
        RequestHeaders.AddProtocol(request.Headers, _deadline?.Remaining, _compression?.EncodingName, Channel.AcceptedEncodings, attempt);
        if (Options.Headers is { Count: > 0 } headers)
            RequestHeaders.Add(request, headers);
        RequestHeaders.AddUserAgent(request.Headers);
        if (Channel.CallCredentials is not null || Options.Credentials is not null)
            await AddCredentialsAsync(request).ConfigureAwait(false);
        return request;
    }

    private async Task AddCredentialsAsync(HttpRequestMessage request)
    {
        if (!Channel.MaySendCredentials)
        {
            GrpcClientLog.CredentialsNotSent(Channel.Log, Method.Method.FullName);
            return;
        }

        var metadata = new Metadata();
        var context = new AuthInterceptorContext(Method.ServiceUrl, Method.Method.Name, TransportToken);
        if (Channel.CallCredentials is { } ofChannel)
            await ofChannel.AddAsync(context, metadata).ConfigureAwait(false);
        if (Options.Credentials is { } ofCall)
            await ofCall.AddAsync(context, metadata).ConfigureAwait(false);
        RequestHeaders.Add(request, metadata);
    }

    private TimeSpan? RetryDelay(int attempt, AttemptResult result)
    {
        if (Method.Retry is not { } rules || result.Status.StatusCode == StatusCode.OK || IsEnded)
            return null;
        var isRetryable = rules.IsRetryable(result.Status, result.Trailers);
        var delay = rules.DelayAfter(attempt, result.Status, result.Trailers, Channel.NextRandom());
        if (isRetryable || delay is null)
            Channel.RetryThrottle.AddFailure();
        if (!isRetryable || delay is null || attempt >= rules.MaxAttempts || Requests.IsCommitted || !Channel.RetryThrottle.IsOpen)
            return null;

        // Waiting beyond the deadline would only hide why the call failed.
        return _deadline is { } deadline && delay >= deadline.Remaining ? null : delay;
    }

    private TimeSpan ReconnectDelay(int failureCount)
    {
        var longest = Math.Min(Channel.InitialReconnectBackoff.TotalMilliseconds * Math.Pow(ReconnectGrowth, failureCount), Channel.MaxReconnectBackoff.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(longest * (0.8 + (0.4 * Channel.NextRandom())));
    }
}
