using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Api.Reading;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Server.Optimizing;

/// <summary>Reads requests in JSON with the checks that park files get: all unknown fields and wrong types at once, each with its path.</summary>
internal static class JsonReading
{
    private const string Root = "request";
    private static readonly JsonParser s_parser = new(new JsonParser.Settings(JsonWalker.MaxDepth));

    /// <summary>Reads a request.</summary>
    /// <param name="json">The body.</param>
    /// <param name="type">The message's type.</param>
    /// <param name="maxElementCount">Most values in it.</param>
    /// <exception cref="RpcException">The body cannot be read; all its faults are in the details.</exception>
    public static IMessage Read(ReadOnlyMemory<byte> json, MessageDescriptor type, int maxElementCount)
    {
        // Each value but the first of its object or list follows a comma, and each object or list begins with a brace.
        var elementCount = json.Span.Count((byte)',') + json.Span.Count((byte)'{') + json.Span.Count((byte)'[');
        if (elementCount > maxElementCount)
        {
            throw RichErrors.Create(
                StatusCode.ResourceExhausted, $"The request has more than {maxElementCount:N0} values; send it in parts over gRPC.", "PARK_TOO_MANY_ELEMENTS").ToRpcException();
        }

        var violations = JsonWalker.Walk(json.Span, type, Root, int.MaxValue);
        if (violations.Count > 0)
            throw Refusal(violations);
        try
        {
            return s_parser.Parse(Encoding.UTF8.GetString(json.Span.TrimStart(Encoding.UTF8.Preamble)), type);
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or InvalidJsonException)
        {
            // The walk knows the same grammar; should the parser be stricter somewhere, its own words are better than a fault.
            throw Refusal([new Violation(Root, ViolationCodes.InvalidJson, fault.Message, "")]);
        }
    }

    private static RpcException Refusal(IEnumerable<Violation> violations) =>
        RichErrors.OfViolations(violations.Select(WithoutRoot)).ToRpcException();

    private static Violation WithoutRoot(Violation violation) =>
        violation.FieldPath.StartsWith(Root + ".", StringComparison.Ordinal) ? violation with { FieldPath = violation.FieldPath[(Root.Length + 1)..] } : violation;
}
