using Symbiosis.Domain.Catalogues.Suggestions;

namespace Symbiosis.Api.Writing;

/// <summary>The only way from a <see cref="StreamSuggestion"/> to a message.</summary>
public static class SuggestionWriter
{
    /// <summary>The suggestion as a message.</summary>
    public static V1.SuggestStreamsResponse Write(StreamSuggestion value) => new()
    {
        Process = $"catalogue/process/{value.ProcessId}",
        ProcessName = value.ProcessName,
        Product = value.Product,
        Products = { value.Products },
        TonnesPerYear = value.TonnesPerYear,
        HoursPerYear = value.HoursPerYear,
        HoursNote = value.HoursNote,
        Flows = { value.Flows.Select(Write) },
        LeftOut = { value.LeftOut.Select(Write) },
        Fragment = new V1.ParkFragment
        {
            Plants = { FragmentMapping.Write(value.Plant) },
            Materials = { value.Materials.Select(FragmentMapping.Write) },
            Sources = { value.Sources.Select(FragmentMapping.Write) },
        },
    };

    private static V1.SuggestedFlow Write(SuggestedFlow value)
    {
        var message = new V1.SuggestedFlow
        {
            Kind = (V1.SuggestedFlowKind)value.Kind,
            FigureName = value.FigureName,
            Low = value.Value.Low,
            Typical = value.Value.Typical,
            High = value.Value.High,
            Unit = value.Unit,
            MaterialId = value.MaterialId ?? "",
            ElementId = value.ElementId ?? "",
            Quality = (V1.Quality)value.Quality,
            SourceIds = { value.SourceIds },
            Note = value.Note,
        };
        if (value.SupplyCelsius is { } supply) message.SupplyCelsius = supply;
        if (value.ReturnCelsius is { } back) message.ReturnCelsius = back;
        return message;
    }

    private static V1.LeftOutFigure Write(LeftOutFigure value) => new() { FigureName = value.FigureName, Kind = value.Kind, Unit = value.Unit, Reason = value.Reason };
}
