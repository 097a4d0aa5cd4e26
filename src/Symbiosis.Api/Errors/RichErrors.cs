using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Errors;

/// <summary>
/// Makes google.rpc.Status of what refuses a call. A violation's path and sentence stand in BadRequest, its code and value in
/// ErrorInfo's metadata under <c>code_N</c> and <c>value_N</c>, N being its place in BadRequest. <see cref="RichErrorReader"/> is the way back.
/// </summary>
public static class RichErrors
{
    /// <summary>ErrorInfo.domain of all that this service refuses.</summary>
    public const string Domain = "symbiosis";

    /// <summary>ErrorInfo.reason where the queue is full or a caller's share of it is.</summary>
    public const string QueueFull = "QUEUE_FULL";

    /// <summary>ErrorInfo.reason where a caller asks too often.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>ErrorInfo.reason of a fault of the service itself.</summary>
    public const string Fault = "INTERNAL_FAULT";

    /// <summary>Request metadata in which a client says how large a status it can read, bytes.</summary>
    public const string SizeHeader = "symbiosis-error-bytes";

    /// <summary>
    /// Largest status unless the caller can read more, bytes. Clients on gRPC's C core (Python, Ruby, C++) refuse answers with more than
    /// 8 KiB of metadata, and these bytes grow by a third in base64.
    /// </summary>
    public const int DefaultMaxByteCount = 5_400;

    /// <summary>A client may ask for this much at most, bytes.</summary>
    public const int LargestMaxByteCount = 1_000_000;

    private const int MaxMessageLength = 240;

    /// <summary>
    /// INVALID_ARGUMENT with the errors among the violations. Where they do not all fit, sentences are left out from the last on (the
    /// description is the code then), next values, at last whole violations; ErrorInfo's <c>violation_count</c> and <c>omitted_count</c> tell.
    /// </summary>
    /// <exception cref="ArgumentException">None of them is an error.</exception>
    public static Google.Rpc.Status OfViolations(IEnumerable<Violation> violations, int maxByteCount = DefaultMaxByteCount)
    {
        var errors = violations.Where(violation => violation.Severity == Severity.Error).ToList();
        if (errors.Count == 0) throw new ArgumentException("Warnings alone refuse nothing.", nameof(violations));

        var first = errors[0];
        var others = errors.Count == 1 ? "" : $" ({errors.Count - 1} more)";
        return new ViolationPacking(Short($"{first.FieldPath}: {first.Sentence}") + others, errors).Pack(maxByteCount);
    }

    /// <summary>RESOURCE_EXHAUSTED with QuotaFailure and RetryInfo.</summary>
    /// <param name="message">What is exhausted, in a sentence.</param>
    /// <param name="reason"><see cref="QueueFull"/> or <see cref="RateLimited"/>.</param>
    /// <param name="subject">Whose quota, for example <c>tenant:alpha</c> or <c>server</c>.</param>
    /// <param name="retryDelay">When to try again.</param>
    public static Google.Rpc.Status Exhausted(string message, string reason, string subject, TimeSpan retryDelay)
    {
        var failure = new QuotaFailure { Violations = { new QuotaFailure.Types.Violation { Subject = subject, Description = message } } };
        return Create(StatusCode.ResourceExhausted, message, reason, null, failure, new RetryInfo { RetryDelay = Duration.FromTimeSpan(retryDelay) });
    }

    /// <summary>Any other refusal.</summary>
    /// <param name="code">Status.</param>
    /// <param name="message">Cause and cure, in a sentence.</param>
    /// <param name="reason">Stable code in capitals.</param>
    /// <param name="metadata">Facts, for example an error's id under <c>error_id</c>.</param>
    /// <param name="details">Further details of google.rpc.</param>
    public static Google.Rpc.Status Create(
        StatusCode code, string message, string reason, IReadOnlyDictionary<string, string>? metadata = null, params IMessage[] details)
    {
        // Field 1 of ErrorInfo is `reason`; the package's version has its first name, `type`.
        var info = new ErrorInfo { Type = reason, Domain = Domain };
        foreach (var (key, value) in metadata ?? new Dictionary<string, string>()) info.Metadata[key] = value;

        var status = new Google.Rpc.Status { Code = (int)code, Message = message };
        status.Details.Add(details.Select(detail => Any.Pack(detail)));
        status.Details.Add(Any.Pack(info));
        return status;
    }

    /// <summary>How large a status may be for this call: as <see cref="SizeHeader"/> says, else the default.</summary>
    public static int MaxByteCount(Metadata requestHeaders) =>
        int.TryParse(requestHeaders.GetValue(SizeHeader), out var asked) ? Math.Clamp(asked, DefaultMaxByteCount, LargestMaxByteCount) : DefaultMaxByteCount;

    /// <summary>A violation, warning or not, as a message of an answer.</summary>
    public static V1.FieldViolation Write(Violation violation) => new()
    {
        FieldPath = violation.FieldPath,
        Code = violation.Code,
        Sentence = violation.Sentence,
        Value = violation.Value,
    };

    private static string Short(string text) => text.Length <= MaxMessageLength ? text : string.Concat(text.AsSpan(0, MaxMessageLength), "...");
}
