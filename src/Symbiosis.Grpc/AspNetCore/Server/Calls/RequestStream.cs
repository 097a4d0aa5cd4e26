using Grpc.AspNetCore.Server.Messages;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>The requests of a call. One read at a time.</summary>
internal sealed class RequestStream<TRequest>(HttpServerCall call, Marshaller<TRequest> marshaller, PayloadCheck check) : IAsyncStreamReader<TRequest>
    where TRequest : class
{
    private bool _isAtEnd;
    private int _isReading;

    /// <inheritdoc/>
    public TRequest Current { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_isAtEnd)
            return false;
        if (call.Outcome == CallOutcome.Completed)
            throw new InvalidOperationException("Can't read messages after the request is complete.");
        if (Interlocked.Exchange(ref _isReading, 1) != 0)
            throw new InvalidOperationException("Can't read the next message because the previous read is in progress.");
        try
        {
            var (hasMessage, message) = await ReadAsync(cancellationToken);
            _isAtEnd = !hasMessage;
            Current = message!;
            return hasMessage;
        }
        finally
        {
            Volatile.Write(ref _isReading, 0);
        }
    }

    private async ValueTask<(bool HasMessage, TRequest? Message)> ReadAsync(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled || cancellationToken == call.CancellationToken)
            return await call.ReadNextAsync(marshaller, check, default);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.CancellationToken);
        return await call.ReadNextAsync(marshaller, check, either.Token);
    }
}
