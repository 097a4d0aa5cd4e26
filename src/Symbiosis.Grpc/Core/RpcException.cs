namespace Grpc.Core;

/// <summary>A call ended with another status than OK. Thrown by a handler, it is the call's status; thrown by a client, it is what the server said.</summary>
public class RpcException : Exception
{
    /// <summary>Creates it without trailers; the status' text is the message.</summary>
    public RpcException(Status status)
        : this(status, [], status.Detail)
    {
    }

    /// <summary>Creates it without trailers.</summary>
    public RpcException(Status status, string message)
        : this(status, [], message)
    {
    }

    /// <summary>Creates it with trailers; the status' text is the message.</summary>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.Detail)
    {
    }

    /// <summary>Creates it.</summary>
    public RpcException(Status status, Metadata trailers, string message)
        : base($"{status}{(message == status.Detail ? "" : " " + message)}", status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>How the call ended.</summary>
    public Status Status { get; }

    /// <summary>The status' code.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>Metadata at the end of the call; empty where there are none.</summary>
    public Metadata Trailers { get; }
}
