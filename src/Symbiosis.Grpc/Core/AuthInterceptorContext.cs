namespace Grpc.Core;

/// <summary>The call that needs credentials.</summary>
/// <param name="serviceUrl">Address of the service, without the method.</param>
/// <param name="methodName">Name of the method.</param>
/// <param name="cancellationToken">The call's.</param>
public class AuthInterceptorContext(string serviceUrl, string methodName, CancellationToken cancellationToken = default)
{
    /// <summary>Address of the service, without the method.</summary>
    public string ServiceUrl { get; } = serviceUrl;

    /// <summary>Name of the method.</summary>
    public string MethodName { get; } = methodName;

    /// <summary>The call's.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}
