using Symbiosis.Domain.Catalogues;
using Symbiosis.Domain.Catalogues.Suggestions;

namespace Symbiosis.Planning.Suggesting;

/// <summary>What a reader must know of a suggested flow besides its numbers.</summary>
internal static class FlowRemark
{
    /// <summary>The remark.</summary>
    /// <param name="figure">Figure it comes from.</param>
    /// <param name="read">Flow.</param>
    /// <param name="isPlaced">It stands in the suggested plant.</param>
    public static string Of(CatalogueFigure figure, FigureReading read, bool isPlaced)
    {
        List<string> remarks = [];
        if (read.Celsius is not null && figure.ReturnCelsius is null && read.Celsius.Value.Supply > read.Celsius.Value.Return)
            remarks.Add("The return is a typical one, not the process's own.");
        if (read.Celsius is not null && figure.SupplyCelsius is null)
            remarks.Add("The supply is that of the off-gas.");
        if (read.Kind == SuggestedFlowKind.ColdStream)
            remarks.Add("Temperatures of the medium that heats; the process itself is colder.");
        if (!isPlaced)
            remarks.Add(Unplaced(read.Kind));
        if (figure.Note is { Length: > 0 } note)
            remarks.Add($"Catalogue: {note}");
        return string.Join(' ', remarks);
    }

    private static string Unplaced(SuggestedFlowKind kind) => kind switch
    {
        SuggestedFlowKind.Power => "Not in the plant: add a demand for your park's electricity carrier.",
        SuggestedFlowKind.Fuel => "Not in the plant: what the fuel heats is no stream, or stands there already.",
        SuggestedFlowKind.FuelGas => "Not in the plant: a gas is a carrier of the park; add a generator for it.",
        _ => "Not in the plant: the catalogue has no such material.",
    };
}
