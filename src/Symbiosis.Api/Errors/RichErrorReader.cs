using System.Globalization;
using Google.Protobuf;
using Google.Rpc;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Errors;

/// <summary>Reads what <see cref="RichErrors"/> wrote; details of other makers are read as far as they go.</summary>
public static class RichErrorReader
{
    /// <summary>The violations of a status; empty where it has none.</summary>
    public static IReadOnlyList<Violation> Violations(Google.Rpc.Status? status)
    {
        if (Detail<BadRequest>(status) is not { } request) return [];

        var metadata = Metadata(status);
        return [.. request.FieldViolations.Select((violation, index) =>
        {
            var place = index.ToString(CultureInfo.InvariantCulture);
            var code = metadata.GetValueOrDefault(ViolationPacking.CodeKey + place, violation.Description);
            var value = metadata.GetValueOrDefault(ViolationPacking.ValueKey + place, "");
            return new Violation(violation.Field, code, violation.Description, value);
        })];
    }

    /// <summary>Violations that did not fit into the status.</summary>
    public static int OmittedCount(Google.Rpc.Status? status) =>
        int.TryParse(Metadata(status).GetValueOrDefault(ViolationPacking.OmittedKey), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    /// <summary>ErrorInfo's reason; empty where there is none.</summary>
    public static string Reason(Google.Rpc.Status? status) => Detail<ErrorInfo>(status)?.Type ?? "";

    /// <summary>ErrorInfo's metadata; empty where there are none.</summary>
    public static IReadOnlyDictionary<string, string> Metadata(Google.Rpc.Status? status) =>
        Detail<ErrorInfo>(status)?.Metadata.ToDictionary() ?? [];

    /// <summary>When to try again; null where the server does not say.</summary>
    public static TimeSpan? RetryDelay(Google.Rpc.Status? status) => Detail<RetryInfo>(status)?.RetryDelay?.ToTimeSpan();

    /// <summary>A warning of an answer.</summary>
    public static Violation Warning(V1.FieldViolation message) =>
        new(message.FieldPath, message.Code, message.Sentence, message.Value, Severity.Warning);

    // A detail that cannot be read is as good as none: the status itself still says what happened.
    private static T? Detail<T>(Google.Rpc.Status? status)
        where T : class, IMessage<T>, new()
    {
        try
        {
            return status?.Details.Where(detail => detail.Is(new T().Descriptor)).Select(detail => detail.Unpack<T>()).FirstOrDefault();
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
