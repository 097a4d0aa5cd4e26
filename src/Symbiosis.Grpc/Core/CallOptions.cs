namespace Grpc.Core;

/// <summary>What a client asks of one call.</summary>
/// <param name="headers">Metadata to send; null: none.</param>
/// <param name="deadline">When the call has to be over, UTC; null: never.</param>
/// <param name="cancellationToken">Cancels the call.</param>
/// <param name="writeOptions">Wishes for its messages.</param>
/// <param name="credentials">Credentials of this call, after the channel's.</param>
public readonly struct CallOptions(
    Metadata? headers = null,
    DateTime? deadline = null,
    CancellationToken cancellationToken = default,
    WriteOptions? writeOptions = null,
    CallCredentials? credentials = null)
{
    /// <summary>Metadata to send.</summary>
    public Metadata? Headers { get; } = headers;

    /// <summary>When the call has to be over, UTC; null: never.</summary>
    public DateTime? Deadline { get; } = deadline;

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Wishes for its messages.</summary>
    public WriteOptions? WriteOptions { get; } = writeOptions;

    /// <summary>Credentials of this call, after the channel's.</summary>
    public CallCredentials? Credentials { get; } = credentials;

    /// <summary>Waits for a connection instead of failing at once.</summary>
    public bool IsWaitForReady { get; private init; }

    /// <summary>The same with other metadata.</summary>
    public CallOptions WithHeaders(Metadata headers) => new(headers, Deadline, CancellationToken, WriteOptions, Credentials) { IsWaitForReady = IsWaitForReady };

    /// <summary>The same with another deadline.</summary>
    public CallOptions WithDeadline(DateTime deadline) => new(Headers, deadline, CancellationToken, WriteOptions, Credentials) { IsWaitForReady = IsWaitForReady };

    /// <summary>The same with another token.</summary>
    public CallOptions WithCancellationToken(CancellationToken cancellationToken) =>
        new(Headers, Deadline, cancellationToken, WriteOptions, Credentials) { IsWaitForReady = IsWaitForReady };

    /// <summary>The same with other wishes.</summary>
    public CallOptions WithWriteOptions(WriteOptions writeOptions) => new(Headers, Deadline, CancellationToken, writeOptions, Credentials) { IsWaitForReady = IsWaitForReady };

    /// <summary>The same with other credentials.</summary>
    public CallOptions WithCredentials(CallCredentials credentials) => new(Headers, Deadline, CancellationToken, WriteOptions, credentials) { IsWaitForReady = IsWaitForReady };

    /// <summary>The same, waiting for a connection or not.</summary>
    public CallOptions WithWaitForReady(bool waitForReady = true) => new(Headers, Deadline, CancellationToken, WriteOptions, Credentials) { IsWaitForReady = waitForReady };
}
