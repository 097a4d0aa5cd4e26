using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>What became of one attempt: a response whose messages follow, or its end.</summary>
/// <param name="Response">The response; null where no HTTP response came.</param>
/// <param name="Messages">Its messages; null where the attempt is over.</param>
/// <param name="Status">How it is over.</param>
/// <param name="Trailers">Trailers where it is over.</param>
internal sealed record AttemptResult(HttpResponseMessage? Response, ResponseMessages? Messages, Status Status, Metadata Trailers)
{
    /// <summary>Whether there was no connection.</summary>
    public bool IsConnectFailure { get; init; }

    /// <summary>Whether there was one, but the request did not leave.</summary>
    public bool IsUnsent { get; init; }
}
