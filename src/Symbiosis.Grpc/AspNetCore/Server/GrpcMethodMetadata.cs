using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>On the endpoint of each method: which one it is.</summary>
public sealed class GrpcMethodMetadata(Type serviceType, IMethod method)
{
    /// <summary>The class that implements the service.</summary>
    public Type ServiceType { get; } = serviceType;

    /// <summary>The method: a <see cref="Method{TRequest, TResponse}"/>.</summary>
    public IMethod Method { get; } = method;

    /// <inheritdoc/>
    public override string ToString() => Method.FullName;
}
