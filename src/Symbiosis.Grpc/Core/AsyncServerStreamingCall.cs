namespace Grpc.Core;

/// <summary>A call with one request and many responses.</summary>
public sealed class AsyncServerStreamingCall<TResponse>(
    IAsyncStreamReader<TResponse> responseStream,
    Task<Metadata> responseHeadersAsync,
    Func<Status> getStatusFunc,
    Func<Metadata> getTrailersFunc,
    Action disposeAction) : IDisposable
{
    /// <summary>Reads responses.</summary>
    public IAsyncStreamReader<TResponse> ResponseStream => responseStream;

    /// <summary>The server's headers, once they are there.</summary>
    public Task<Metadata> ResponseHeadersAsync => responseHeadersAsync;

    /// <summary>How the call ended.</summary>
    /// <exception cref="InvalidOperationException">It has not.</exception>
    public Status GetStatus() => getStatusFunc();

    /// <summary>Metadata at the end of the call.</summary>
    /// <exception cref="InvalidOperationException">It has not ended.</exception>
    public Metadata GetTrailers() => getTrailersFunc();

    /// <summary>Cancels the call where it has not ended, and frees what it holds.</summary>
    public void Dispose() => disposeAction();
}
