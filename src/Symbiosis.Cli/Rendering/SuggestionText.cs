using System.Globalization;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Catalogues.Suggestions;

namespace Symbiosis.Cli.Rendering;

/// <summary>Suggested flows, each with its derivation, and what became none.</summary>
internal static class SuggestionText
{
    public static void AddTo(Page page, StreamSuggestion suggestion, Language language)
    {
        var name = $"{suggestion.ProcessName} [process/{suggestion.ProcessId}]";
        if (suggestion.Product.Length == 0)
        {
            page.Title(SuggestMessages.TitleWithoutProduct.In(language, name));
        }
        else
        {
            page.Title(SuggestMessages.Title.In(language, name, Quantity.Number(suggestion.TonnesPerYear), suggestion.Product, Quantity.Number(suggestion.HoursPerYear)));
            page.Line(SuggestMessages.Hours.In(language, suggestion.HoursNote));
        }

        if (suggestion.Products.Count > 1)
            page.Line(SuggestMessages.OtherProducts.In(language, string.Join(", ", suggestion.Products)));
        AddFlows(page, suggestion, language);
        AddLeftOut(page, suggestion, language);
        var plant = suggestion.Plant;
        page.Line(SuggestMessages.Paste.In(language, plant.Streams.Count, plant.Outlets.Count, plant.Inlets.Count));
    }

    private static void AddFlows(Page page, StreamSuggestion suggestion, Language language)
    {
        if (suggestion.Flows.Count == 0)
        {
            page.Line(SuggestMessages.NoFlows.In(language));
            return;
        }

        page.Title(SuggestMessages.FlowsTitle.In(language));
        var table = new TextTable()
            .Words(Messages.What.In(language))
            .Words(Messages.Figure.In(language))
            .Numbers(Messages.Low.In(language))
            .Numbers(Messages.Typical.In(language))
            .Numbers(Messages.High.In(language))
            .Codes(Messages.Unit.In(language))
            .Numbers(SuggestMessages.Temperatures.In(language))
            .Words(Messages.QualityColumn.In(language))
            .Words(Messages.Note.In(language));
        foreach (var flow in suggestion.Flows)
        {
            table.Row(
                SuggestMessages.Kinds[flow.Kind].In(language),
                flow.FigureName,
                Quantity.Number(flow.Value.Low),
                Quantity.Number(flow.Value.Typical),
                Quantity.Number(flow.Value.High),
                flow.Unit,
                Temperatures(flow),
                CodeNames.Qualities[flow.Quality].In(language) + Sources(flow),
                flow.Note);
        }

        table.AddTo(page);
    }

    private static void AddLeftOut(Page page, StreamSuggestion suggestion, Language language)
    {
        if (suggestion.LeftOut.Count == 0)
            return;
        page.Title(SuggestMessages.LeftOutTitle.In(language));
        var table = new TextTable().Words(Messages.Figure.In(language)).Words(Messages.Unit.In(language)).Words(Messages.Reason.In(language));
        foreach (var left in suggestion.LeftOut)
            table.Row($"{left.Kind}: {left.FigureName}", left.Unit, left.Reason);
        table.AddTo(page);
    }

    private static string Sources(SuggestedFlow flow) => flow.SourceIds.Count == 0 ? "" : $" [{string.Join(", ", flow.SourceIds)}]";

    private static string Temperatures(SuggestedFlow flow) =>
        flow.SupplyCelsius is { } supply && flow.ReturnCelsius is { } back ? string.Create(CultureInfo.InvariantCulture, $"{supply:0.#}/{back:0.#}") : "";
}
