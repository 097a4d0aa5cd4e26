namespace Grpc.Core;

/// <summary>Outgoing messages. One write at a time.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>Wishes for the messages that follow; null: the call's.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Sends a message; done when the transport has taken it, so a slow reader makes the writer wait.</summary>
    Task WriteAsync(T message);

    /// <summary>Sends a message unless cancelled.</summary>
    Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
            throw new NotSupportedException("Cancellation of stream writes is not supported by this gRPC implementation.");
        return WriteAsync(message);
    }
}
