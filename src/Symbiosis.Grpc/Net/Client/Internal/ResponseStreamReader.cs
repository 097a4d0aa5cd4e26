using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>Reads the responses of a call.</summary>
internal sealed class ResponseStreamReader<TRequest, TResponse>(GrpcCall<TRequest, TResponse> call) : IAsyncStreamReader<TResponse>
    where TRequest : class
    where TResponse : class
{
    private int _readClaim;

    /// <summary>Whether a read is waiting.</summary>
    public bool IsReading => Volatile.Read(ref _readClaim) != 0;

    /// <inheritdoc/>
    public TResponse Current { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _readClaim, 1) != 0)
            throw new InvalidOperationException("Can't read the next message because the previous read is still in progress.");
        try
        {
            using var registration = cancellationToken.UnsafeRegister(static state => ((GrpcCall)state!).Cancel(), call);
            Current = null!;
            if (!call.IsEnded && await call.ReadAsync().ConfigureAwait(false) is { } response)
            {
                Current = response;
                return true;
            }

            return call.GetStatus().StatusCode == StatusCode.OK ? false : throw call.CreateException();
        }
        finally
        {
            Volatile.Write(ref _readClaim, 0);
        }
    }
}
