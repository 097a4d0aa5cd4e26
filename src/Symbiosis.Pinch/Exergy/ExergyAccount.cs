using Symbiosis.Pinch.Cascading;
using Symbiosis.Pinch.Curves;
using Symbiosis.Pinch.Problems;
using Symbiosis.Pinch.Utilities;

namespace Symbiosis.Pinch.Exergy;

/// <summary>
/// Exergy of the heat that moves at the target, kW, at the temperatures where it moves. Heat below the ambient counts negative: taking it
/// in costs work. Sources + hot utility = sinks + cold utility + what is destroyed.
/// </summary>
public sealed record ExergyAccount
{
    /// <summary>Ambient temperature, deg C.</summary>
    public required double AmbientCelsius { get; init; }

    /// <summary>Given by hot streams.</summary>
    public required double SourcesKw { get; init; }

    /// <summary>Taken by cold streams.</summary>
    public required double SinksKw { get; init; }

    /// <summary>Given by hot utilities.</summary>
    public required double HotUtilityKw { get; init; }

    /// <summary>Taken by cold utilities: worth something where it is generated steam, lost where it is cooling water.</summary>
    public required double ColdUtilityKw { get; init; }

    /// <summary>Destroyed between the streams: by the approach, and in the pockets where heat falls further than it must.</summary>
    public required double DestroyedInRecoveryKw { get; init; }

    /// <summary>Destroyed between utilities and streams: levels hotter than the needs, or colder than the offers, of the grand composite curve.</summary>
    public required double DestroyedAtUtilitiesKw { get; init; }

    /// <summary>All that the cascade destroys.</summary>
    public double DestroyedKw => DestroyedInRecoveryKw + DestroyedAtUtilitiesKw;

    internal static ExergyAccount Of(HeatProblem problem, HeatCascade cascade, UtilityPlacement placement, double ambientCelsius)
    {
        var sources = Of(problem.Streams.Where(stream => stream.IsHot).Select(Span));
        var sinks = Of(problem.Streams.Where(stream => !stream.IsHot).Select(Span));
        var hotUtility = Of(placement.Loads.Select(load => new HeatSpan(load.Level.HighCelsius, load.Level.LowCelsius, load.HeatKw)));
        var coldUtility = Of(placement.Loads.Select(load => new HeatSpan(load.Level.HighCelsius, load.Level.LowCelsius, load.CoolingKw)));

        // Utilities that follow the grand composite curve would destroy nothing outside the process.
        var idealHot = Of(GrandEnvelope.Sinks(cascade));
        var idealCold = Of(GrandEnvelope.Sources(cascade));
        return new ExergyAccount
        {
            AmbientCelsius = ambientCelsius,
            SourcesKw = sources,
            SinksKw = sinks,
            HotUtilityKw = hotUtility,
            ColdUtilityKw = coldUtility,
            DestroyedInRecoveryKw = sources + idealHot - sinks - idealCold,
            DestroyedAtUtilitiesKw = hotUtility - idealHot + idealCold - coldUtility,
        };

        double Of(IEnumerable<HeatSpan> spans) => spans.Where(span => span.HeatKw > 0).Sum(span => span.HeatKw * Carnot.Factor(span.HighCelsius, span.LowCelsius, ambientCelsius));
    }

    private static HeatSpan Span(ProcessStream stream) => new(stream.HighCelsius, stream.LowCelsius, stream.HeatKw);
}
