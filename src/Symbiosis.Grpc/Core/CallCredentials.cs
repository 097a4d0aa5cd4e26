namespace Grpc.Core;

/// <summary>Credentials of single calls: adds metadata such as <c>authorization</c> to each. They are sent over TLS only, unless the channel permits otherwise.</summary>
public sealed class CallCredentials
{
    private readonly IReadOnlyList<AsyncAuthInterceptor> _interceptors;

    private CallCredentials(IReadOnlyList<AsyncAuthInterceptor> interceptors) => _interceptors = interceptors;

    /// <summary>From a function that adds metadata.</summary>
    public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(interceptor);
        return new CallCredentials([interceptor]);
    }

    /// <summary>Several, in order.</summary>
    public static CallCredentials Compose(params CallCredentials[] credentials) =>
        new([.. credentials.SelectMany(one => one._interceptors)]);

    /// <summary>Adds the metadata for a call.</summary>
    internal async Task AddAsync(AuthInterceptorContext context, Metadata metadata)
    {
        foreach (var interceptor in _interceptors)
            await interceptor(context, metadata).ConfigureAwait(false);
    }
}
