using Google.Protobuf;

namespace Grpc.Core;

/// <summary>Rich errors on the receiving side; the names are those of the package Grpc.StatusProto.</summary>
public static class RpcExceptionExtensions
{
    /// <summary>The google.rpc.Status the server sent; null where it sent none.</summary>
    /// <param name="exception">The call's end.</param>
    /// <param name="ignoreParseError">Null, too, where it cannot be read.</param>
    /// <exception cref="InvalidProtocolBufferException">It cannot be read.</exception>
    public static Google.Rpc.Status? GetRpcStatus(this RpcException exception, bool ignoreParseError = false)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (exception.Trailers.GetValueBytes(RpcStatusExtensions.DetailsKey) is not { } bytes)
            return null;
        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException) when (ignoreParseError)
        {
            return null;
        }
    }
}
