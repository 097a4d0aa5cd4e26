using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Grpc.Json;

/// <summary>From a body to a message. What the protobuf parser cannot bear, the guard refuses first.</summary>
internal static class JsonRequest
{
    public static IMessage Parse(ReadOnlyMemory<byte> json, MethodDescriptor method, GrpcJsonOptions options)
    {
        if (options.FindRequestReader(method.InputType) is { } reader) return reader(json);
        var text = json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        var faults = new JsonGuard(text, options.MaxElementCount).Check(method.InputType);
        if (faults.Count > 0) throw Invalid(faults);
        try
        {
            return JsonCodec.For(method.File).Parse(Encoding.UTF8.GetString(text.Span), method.InputType);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            throw Invalid([new BadRequest.Types.FieldViolation { Description = exception.Message }]);
        }
    }

    // The parser's own refusals, and those that reach the outside from number and time conversions.
    private static bool IsRefusal(Exception exception) =>
        exception is InvalidProtocolBufferException or InvalidJsonException or FormatException or OverflowException or ArgumentException or InvalidOperationException;

    private static RpcException Invalid(IReadOnlyList<BadRequest.Types.FieldViolation> faults)
    {
        var first = faults[0].Field.Length == 0 ? faults[0].Description : $"{faults[0].Field}: {faults[0].Description}";
        var message = faults.Count == 1 ? first : $"{first} (and {faults.Count - 1} more)";
        var status = new Google.Rpc.Status { Code = (int)StatusCode.InvalidArgument, Message = message };
        status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { faults } }));
        return status.ToRpcException();
    }
}
