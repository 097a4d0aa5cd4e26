using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Messages;

/// <summary>How a call ends whose messages break the protocol or a limit.</summary>
internal static class MessageFaults
{
    public static RpcException ReceivedTooLarge() =>
        Fault(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size.");

    public static RpcException SendingTooLarge() =>
        Fault(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size.");

    public static RpcException TooManyElements() =>
        Fault(StatusCode.ResourceExhausted, "Received message has more elements than the maximum configured.");

    public static RpcException Incomplete() => Fault(StatusCode.Internal, "Incomplete message.");

    public static RpcException BadFlag(byte flag) => Fault(StatusCode.Internal, $"Message flag {flag} is not 0 or 1.");

    public static RpcException CompressedWithoutEncoding() =>
        Fault(StatusCode.Internal, "Request did not include grpc-encoding value with compressed message.");

    public static RpcException CompressedIdentity() =>
        Fault(StatusCode.Internal, "Request sent 'identity' grpc-encoding value with compressed message.");

    public static RpcException UnknownEncoding(string encoding, string supported) =>
        Fault(StatusCode.Unimplemented, $"Unsupported grpc-encoding value '{encoding}'. Supported encodings: {supported}");

    public static RpcException BadCompression() => Fault(StatusCode.Internal, "Message could not be decompressed.");

    public static RpcException NotParsed(Exception? cause) => Fault(StatusCode.Internal, "Message could not be parsed.", cause);

    public static RpcException InvalidUtf8() => Fault(StatusCode.Internal, "Message has a string that is not valid UTF-8.");

    public static RpcException NoMessage() => Fault(StatusCode.Unimplemented, "Request has no message; the method takes exactly one.");

    public static RpcException SecondMessage() => Fault(StatusCode.Unimplemented, "Additional data after the message received; the method takes exactly one.");

    /// <summary>The HTTP server refuses to read on.</summary>
    public static RpcException Unreadable(BadHttpRequestException cause) =>
        cause.StatusCode == StatusCodes.Status413PayloadTooLarge
            ? Fault(StatusCode.ResourceExhausted, "Request body is larger than the server takes.", cause)
            : Fault(StatusCode.Internal, "Request body could not be read.", cause);

    private static RpcException Fault(StatusCode code, string detail, Exception? cause = null) => new(new Status(code, detail, cause));
}
