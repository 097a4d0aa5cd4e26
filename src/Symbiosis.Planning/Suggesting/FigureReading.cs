using Symbiosis.Domain.Catalogues.Suggestions;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Suggesting;

/// <summary>What a figure came to: a flow, or the reason why it is none.</summary>
internal sealed record FigureReading
{
    private FigureReading()
    {
    }

    /// <summary>Why it is no flow; null where it is one.</summary>
    public string? Reason { get; private init; }

    /// <summary>What flows.</summary>
    public SuggestedFlowKind Kind { get; private init; }

    /// <summary>Flow, kW or t/h.</summary>
    public Estimate Value { get; private init; }

    /// <summary>How it was computed.</summary>
    public string Note { get; private init; } = "";

    /// <summary>Temperatures of heat, deg C.</summary>
    public (double Supply, double Return)? Celsius { get; init; }

    /// <summary>A flow.</summary>
    public static FigureReading Flow(SuggestedFlowKind kind, Estimate value, string note) => new() { Kind = kind, Value = value, Note = note };

    /// <summary>None.</summary>
    public static FigureReading None(string reason) => new() { Reason = reason };

    /// <summary>The same flow times a share.</summary>
    public FigureReading Times(Estimate share, string note) => this with
    {
        Value = new Estimate(Value.Low * share.Low, Value.Typical * share.Typical, Value.High * share.High),
        Note = $"{note} x {Note}",
    };
}
