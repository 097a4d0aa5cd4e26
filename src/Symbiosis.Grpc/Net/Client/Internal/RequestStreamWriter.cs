using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>Writes the requests of a call.</summary>
internal sealed class RequestStreamWriter<TRequest, TResponse>(GrpcCall<TRequest, TResponse> call) : IClientStreamWriter<TRequest>
    where TRequest : class
    where TResponse : class
{
    private int _writeClaim;
    private bool _isComplete;

    /// <inheritdoc/>
    public WriteOptions? WriteOptions { get; set; }

    /// <inheritdoc/>
    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    /// <inheritdoc/>
    public async Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (Interlocked.Exchange(ref _writeClaim, 1) != 0)
            throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
        try
        {
            using var registration = cancellationToken.UnsafeRegister(static state => ((GrpcCall)state!).Cancel(), call);
            if (_isComplete)
                throw new InvalidOperationException("Can't write the message because the client stream writer is complete.");
            if (call.IsEnded)
                throw EndedException();
            var isBuffered = WriteOptions is { } wishes && wishes.Flags.HasFlag(WriteFlags.BufferHint);
            var frame = call.Serialize(message, WriteOptions);
            try
            {
                await call.Requests.WriteAsync(frame, flush: !isBuffered).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // The server's status says why it takes no more; it is known soon where the response is being read.
                if (call.IsReading)
                    await call.EndedTask.ConfigureAwait(false);
                throw call.IsEnded ? EndedException() : new RpcException(TransportFailure.ToStatus(exception, isDeadlineOver: false));
            }
        }
        finally
        {
            Volatile.Write(ref _writeClaim, 0);
        }
    }

    /// <inheritdoc/>
    public Task CompleteAsync()
    {
        if (Volatile.Read(ref _writeClaim) != 0)
            throw new InvalidOperationException("Can't complete the client stream writer because the previous write is in progress.");
        _isComplete = true;
        call.Requests.Complete();
        return Task.CompletedTask;
    }

    private Exception EndedException() => call.GetStatus().StatusCode == StatusCode.OK
        ? new InvalidOperationException("Can't write the message because the call is complete.")
        : call.CreateException();
}
