using System.Globalization;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Errors;

/// <summary>Puts as much of a list of violations into a status as its size allows.</summary>
internal sealed class ViolationPacking(string message, IReadOnlyList<Violation> errors)
{
    public const string CodeKey = "code_";
    public const string ValueKey = "value_";
    public const string CountKey = "violation_count";
    public const string OmittedKey = "omitted_count";

    // Tags, lengths and type names of the whole, and an entry's: a little more than they need.
    private const int FrameByteCount = 400;
    private const int EntryByteCount = 12;

    /// <summary>The status, at most this large unless its message alone is larger.</summary>
    public Google.Rpc.Status Pack(int maxByteCount)
    {
        var free = maxByteCount - FrameByteCount - (2 * Bytes(message));
        var (kept, withValue, withSentence) = (0, 0, 0);
        while (kept < errors.Count && Take(Bytes(errors[kept].FieldPath) + Bytes(errors[kept].Code) + EntryByteCount)) kept++;
        while (withValue < kept && Take(Bytes(errors[withValue].Value) + Bytes(ValueKey) + EntryByteCount)) withValue++;

        // With a sentence as description the code needs an entry of its own.
        while (withSentence < kept && Take(Bytes(errors[withSentence].Sentence) + Bytes(CodeKey) + EntryByteCount)) withSentence++;
        return Build(kept, withValue, withSentence);

        bool Take(int byteCount)
        {
            if (byteCount > free) return false;
            free -= byteCount;
            return true;
        }
    }

    private Google.Rpc.Status Build(int kept, int withValue, int withSentence)
    {
        var request = new BadRequest();
        var metadata = new Dictionary<string, string>
        {
            [CountKey] = Text(errors.Count),
            [OmittedKey] = Text(errors.Count - kept),
        };
        for (var i = 0; i < kept; i++)
        {
            var error = errors[i];
            var hasSentence = i < withSentence && error.Sentence.Length > 0;
            request.FieldViolations.Add(new BadRequest.Types.FieldViolation { Field = error.FieldPath, Description = hasSentence ? error.Sentence : error.Code });
            if (hasSentence) metadata[CodeKey + Text(i)] = error.Code;
            if (i < withValue && error.Value.Length > 0) metadata[ValueKey + Text(i)] = error.Value;
        }

        return RichErrors.Create(StatusCode.InvalidArgument, message, errors[0].Code, metadata, request);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Bytes(string text) => CodedOutputStream.ComputeStringSize(text);
}
