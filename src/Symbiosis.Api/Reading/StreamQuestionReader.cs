using Symbiosis.Domain.Catalogues.Suggestions;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>The only way from a SuggestStreamsRequest to a <see cref="StreamQuestion"/>.</summary>
public static class StreamQuestionReader
{
    private const string EntryPrefix = "catalogue/process/";

    /// <summary>The question, or all that breaks the schema's rules. Whether the process exists is not asked here.</summary>
    public static Validated<StreamQuestion> Read(V1.SuggestStreamsRequest message)
    {
        const string root = "request";
        var question = new StreamQuestion
        {
            ProcessId = message.Process.StartsWith(EntryPrefix, StringComparison.Ordinal) ? message.Process[EntryPrefix.Length..] : message.Process,
            TonnesPerYear = message.TonnesPerYear,
            Product = message.Product.Length > 0 ? message.Product : null,
            HoursPerYear = message.HasHoursPerYear ? message.HoursPerYear : null,
            SiteId = message.SiteId.Length > 0 ? message.SiteId : null,
        };
        return Validated<StreamQuestion>.Create(question, ProtoRules.Check(message, root).Select(violation => violation with { FieldPath = violation.FieldPath[(root.Length + 1)..] }));
    }
}
