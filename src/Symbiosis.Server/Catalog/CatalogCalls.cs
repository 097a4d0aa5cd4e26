using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;
using Symbiosis.Domain.Validation;
using Symbiosis.Server.Paging;
using Symbiosis.V1;

namespace Symbiosis.Server.Catalog;

/// <summary>The catalogue, to be looked up.</summary>
internal sealed class CatalogCalls(CatalogueShelf shelf, PageTokens tokens) : CatalogService.CatalogServiceBase
{
    private const int DefaultPageSize = 50;
    private const int LargestPageSize = 200;

    // A refusal travels in headers.
    private const int LongestShownName = 64;

    /// <inheritdoc/>
    public override Task<ListEntriesResponse> ListEntries(ListEntriesRequest request, ServerCallContext context)
    {
        var question = $"{request.Kind}\n{request.Text}";
        var violations = ProtoRules.Check(request, "request").Select(WithoutRoot).ToList();
        string? after = null;
        if (request.PageToken.Length > 0 && (after = tokens.Read(question, request.PageToken)) is null)
        {
            violations.Add(new Violation(
                "page_token",
                "BAD_PAGE_TOKEN",
                "The token was not given with the page before this one, or the other fields differ. Begin again without a token.",
                request.PageToken));
        }

        Refuse(violations, context);
        var found = shelf.Items.Where(item => Matches(item, request)).ToList();
        var size = request.PageSize == 0 ? DefaultPageSize : Math.Min(request.PageSize, LargestPageSize);
        var rest = after is null ? found : found.Where(item => string.CompareOrdinal(item.Name, after) > 0).ToList();
        var response = new ListEntriesResponse { Items = { rest.Take(size) }, TotalCount = found.Count };
        if (rest.Count > size)
            response.NextPageToken = tokens.Write(question, response.Items[^1].Name);
        return Task.FromResult(response);
    }

    /// <inheritdoc/>
    public override Task<GetEntryResponse> GetEntry(GetEntryRequest request, ServerCallContext context)
    {
        Refuse([.. ProtoRules.Check(request, "request").Select(WithoutRoot)], context);
        var item = shelf.Find(request.Name) ?? throw RichErrors.Create(
            StatusCode.NotFound, "There is no entry of this name. Names are catalogue/{kind}/{id}; ListEntries gives them all.", "NOT_FOUND").ToRpcException();
        return Task.FromResult(new GetEntryResponse { Item = item });
    }

    /// <inheritdoc/>
    public override Task<SuggestStreamsResponse> SuggestStreams(SuggestStreamsRequest request, ServerCallContext context)
    {
        var question = StreamQuestionReader.Read(request);
        Refuse([.. question.Violations], context);
        if (!shelf.Suggester.Knows(question.Value!.ProcessId))
            throw UnknownProcess(question.Value.ProcessId);

        var suggestion = shelf.Suggester.Suggest(question.Value);
        Refuse([.. suggestion.Violations], context);
        return Task.FromResult(SuggestionWriter.Write(suggestion.Value!));
    }

    private RpcException UnknownProcess(string process)
    {
        var nearest = shelf.Suggester.Near(process);
        var shown = process.Length <= LongestShownName ? process : $"{process[..LongestShownName]}...";
        var cure = nearest.Count > 0 ? $"Nearest: {string.Join(", ", nearest)}." : "ListEntries of kind process gives them all.";
        var facts = new Dictionary<string, string> { ["process"] = shown, ["nearest"] = string.Join(',', nearest) };
        return RichErrors.Create(StatusCode.NotFound, $"There is no process '{shown}' in the catalogue. {cure}", "NOT_FOUND", facts).ToRpcException();
    }

    private static bool Matches(CatalogueItem item, ListEntriesRequest request)
    {
        if (request.Kind.Length > 0 && item.Kind != request.Kind)
            return false;
        string[] texts = [item.Entry.Id, item.Entry.Name, item.Entry.NameZh, item.Entry.Group];
        return request.Text.Length == 0 || texts.Any(text => text.Contains(request.Text, StringComparison.OrdinalIgnoreCase));
    }

    private static Violation WithoutRoot(Violation violation) => violation with { FieldPath = violation.FieldPath["request.".Length..] };

    private static void Refuse(List<Violation> violations, ServerCallContext context)
    {
        if (violations.Count > 0)
            throw RichErrors.OfViolations(violations, RichErrors.MaxByteCount(context.RequestHeaders)).ToRpcException();
    }
}
