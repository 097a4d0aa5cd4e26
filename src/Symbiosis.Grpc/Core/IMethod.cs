namespace Grpc.Core;

/// <summary>A method without its message types.</summary>
public interface IMethod
{
    /// <summary>How many messages go each way.</summary>
    MethodType Type { get; }

    /// <summary>Full name of the service, with its package.</summary>
    string ServiceName { get; }

    /// <summary>Name of the method.</summary>
    string Name { get; }

    /// <summary>Path of the method: <c>/service/method</c>.</summary>
    string FullName { get; }
}
