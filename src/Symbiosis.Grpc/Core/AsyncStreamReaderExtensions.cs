using System.Runtime.CompilerServices;

namespace Grpc.Core;

/// <summary>Shorter ways to read a stream.</summary>
public static class AsyncStreamReaderExtensions
{
    /// <summary>Waits for the next message; false at the end of the stream.</summary>
    public static Task<bool> MoveNext<T>(this IAsyncStreamReader<T> streamReader)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(streamReader);
        return streamReader.MoveNext(CancellationToken.None);
    }

    /// <summary>The stream for <c>await foreach</c>.</summary>
    public static async IAsyncEnumerable<T> ReadAllAsync<T>(
        this IAsyncStreamReader<T> streamReader,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streamReader);
        while (await streamReader.MoveNext(cancellationToken).ConfigureAwait(false))
            yield return streamReader.Current;
    }
}
