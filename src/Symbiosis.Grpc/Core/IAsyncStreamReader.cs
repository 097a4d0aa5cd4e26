namespace Grpc.Core;

/// <summary>Incoming messages, one after the other. Not for several readers at once.</summary>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message last read; only after <see cref="MoveNext"/> said true.</summary>
    T Current { get; }

    /// <summary>Waits for the next message; false at the end of the stream.</summary>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
