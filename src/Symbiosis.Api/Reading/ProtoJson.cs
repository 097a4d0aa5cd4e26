using System.Text;
using Google.Protobuf;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>Walks and then parses JSON of any message.</summary>
internal static class ProtoJson
{
    private static readonly JsonParser s_parser = new(new JsonParser.Settings(JsonWalker.MaxDepth));

    public static Validated<T> Parse<T>(ReadOnlySpan<byte> json, string root, int maxByteCount)
        where T : class, IMessage<T>, new()
    {
        var violations = JsonWalker.Walk(json, new T().Descriptor, root, maxByteCount);
        if (violations.Count > 0) return Validated<T>.Create(null, violations);
        try
        {
            return Validated<T>.Create(s_parser.Parse<T>(Encoding.UTF8.GetString(JsonWalker.WithoutMark(json))), []);
        }
        catch (Exception exception) when (exception is InvalidProtocolBufferException or InvalidJsonException)
        {
            // The walk knows the same grammar; should the parser be stricter somewhere, its own words are better than a fault.
            return Validated<T>.Create(null, [new Violation(root, ViolationCodes.InvalidJson, exception.Message, "")]);
        }
    }
}
