using Google.Protobuf;

namespace Grpc.Core;

/// <summary>Rich errors on the sending side; the names are those of the package Grpc.StatusProto.</summary>
public static class RpcStatusExtensions
{
    /// <summary>Trailer that carries a serialised google.rpc.Status.</summary>
    internal const string DetailsKey = "grpc-status-details-bin";

    /// <summary>An exception that ends a call with this status, its details in the trailer <c>grpc-status-details-bin</c>.</summary>
    /// <exception cref="ArgumentException">The status is OK.</exception>
    public static RpcException ToRpcException(this Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        if (status.Code == (int)StatusCode.OK)
            throw new ArgumentException("OK is no error.", nameof(status));
        var trailers = new Metadata { { DetailsKey, status.ToByteArray() } };
        return new RpcException(new Status((StatusCode)status.Code, status.Message), trailers);
    }
}
