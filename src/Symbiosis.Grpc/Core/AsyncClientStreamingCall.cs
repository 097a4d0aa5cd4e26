using System.Runtime.CompilerServices;

namespace Grpc.Core;

/// <summary>A call with many requests and one response.</summary>
public sealed class AsyncClientStreamingCall<TRequest, TResponse>(
    IClientStreamWriter<TRequest> requestStream,
    Task<TResponse> responseAsync,
    Task<Metadata> responseHeadersAsync,
    Func<Status> getStatusFunc,
    Func<Metadata> getTrailersFunc,
    Action disposeAction) : IDisposable
{
    /// <summary>Sends requests.</summary>
    public IClientStreamWriter<TRequest> RequestStream => requestStream;

    /// <summary>The response.</summary>
    public Task<TResponse> ResponseAsync => responseAsync;

    /// <summary>The server's headers, once they are there.</summary>
    public Task<Metadata> ResponseHeadersAsync => responseHeadersAsync;

    /// <summary>Lets the call itself be awaited.</summary>
    public TaskAwaiter<TResponse> GetAwaiter() => responseAsync.GetAwaiter();

    /// <summary>Lets the call itself be awaited, on another thread if need be.</summary>
    public ConfiguredTaskAwaitable<TResponse> ConfigureAwait(bool continueOnCapturedContext) => responseAsync.ConfigureAwait(continueOnCapturedContext);

    /// <summary>How the call ended.</summary>
    /// <exception cref="InvalidOperationException">It has not.</exception>
    public Status GetStatus() => getStatusFunc();

    /// <summary>Metadata at the end of the call.</summary>
    /// <exception cref="InvalidOperationException">It has not ended.</exception>
    public Metadata GetTrailers() => getTrailersFunc();

    /// <summary>Cancels the call where it has not ended, and frees what it holds.</summary>
    public void Dispose() => disposeAction();
}
