namespace Symbiosis.Domain.Catalogues.Suggestions;

/// <summary>A figure of the process that became no flow.</summary>
/// <param name="FigureName">Name of the figure.</param>
/// <param name="Kind">Its kind, for example waste_heat.</param>
/// <param name="Unit">Its unit; empty: none.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record LeftOutFigure(string FigureName, string Kind, string Unit, string Reason);
