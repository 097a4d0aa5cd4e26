using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace Grpc.Json;

/// <summary>A google.rpc.Status in JSON: code, message, and details as objects with their "@type".</summary>
internal static class RpcStatusJson
{
    // Sentences have apostrophes and arrows; the default encoder would escape them. The answer is never HTML.
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format(Google.Rpc.Status status, JsonCodec codec) => ToNode(status, codec).ToJsonString(s_plain);

    /// <summary>The last line of a stream that breaks off.</summary>
    public static string FormatAsError(Google.Rpc.Status status, JsonCodec codec) =>
        new JsonObject { ["error"] = ToNode(status, codec) }.ToJsonString(s_plain);

    /// <summary>When to try again, whole seconds; null where the status does not say.</summary>
    public static int? RetrySeconds(Google.Rpc.Status status)
    {
        var retry = status.Details.FirstOrDefault(detail => detail.Is(RetryInfo.Descriptor));
        if (retry is null || !retry.TryUnpack<RetryInfo>(out var info) || info.RetryDelay is null) return null;
        return (int)Math.Clamp(Math.Ceiling(info.RetryDelay.ToTimeSpan().TotalSeconds), 0, int.MaxValue);
    }

    private static JsonObject ToNode(Google.Rpc.Status status, JsonCodec codec)
    {
        var details = new JsonArray();
        foreach (var detail in status.Details)
            details.Add(ToNode(detail, codec));
        return new JsonObject { ["code"] = status.Code, ["message"] = status.Message, ["details"] = details };
    }

    // In Google.Api.CommonProtos 2.0.0 the field `reason` still has its first name, `type`; its number is the same.
    private static JsonObject WithReason(JsonObject errorInfo)
    {
        if (errorInfo.TryGetPropertyValue("type", out var reason) && errorInfo.Remove("type"))
            errorInfo.Insert(1, "reason", reason);
        return errorInfo;
    }

    // A detail of a type that is not known here is passed on as it came.
    private static JsonNode ToNode(Any detail, JsonCodec codec)
    {
        try
        {
            var node = JsonNode.Parse(codec.Format(detail))!;
            return detail.Is(ErrorInfo.Descriptor) ? WithReason(node.AsObject()) : node;
        }
        catch (Exception exception) when (exception is InvalidOperationException or InvalidProtocolBufferException)
        {
            return new JsonObject { ["@type"] = detail.TypeUrl, ["value"] = detail.Value.ToBase64() };
        }
    }
}
