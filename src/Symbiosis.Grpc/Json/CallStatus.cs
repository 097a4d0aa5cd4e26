using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.Json;

/// <summary>Reads how a call ended from its headers or trailers.</summary>
internal static class CallStatus
{
    public const string StatusName = "grpc-status";
    private const string MessageName = "grpc-message";
    private const string DetailsName = "grpc-status-details-bin";

    /// <summary>Names that mean nothing to a caller in JSON.</summary>
    public static readonly string[] ProtocolNames = [StatusName, MessageName, DetailsName, "grpc-encoding", "grpc-accept-encoding", "trailer"];

    /// <summary>The status; null where there is none.</summary>
    public static Google.Rpc.Status? Read(IHeaderDictionary headers)
    {
        if (!headers.TryGetValue(StatusName, out var code)) return null;
        if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) number = (int)StatusCode.Unknown;
        return ReadDetails(headers[DetailsName].ToString(), number)
            ?? new Google.Rpc.Status { Code = number, Message = Uri.UnescapeDataString(headers[MessageName].ToString()) };
    }

    public static Google.Rpc.Status From(RpcException exception) =>
        exception.GetRpcStatus(ignoreParseError: true)
        ?? new Google.Rpc.Status { Code = (int)exception.StatusCode, Message = exception.Status.Detail };

    private static Google.Rpc.Status? ReadDetails(string base64, int code)
    {
        if (base64.Length == 0) return null;
        try
        {
            var bytes = Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
            var status = Google.Rpc.Status.Parser.ParseFrom(bytes);
            return status.Code == code ? status : null;
        }
        catch (Exception exception) when (exception is FormatException or InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
