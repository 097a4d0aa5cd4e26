using Symbiosis.Pinch;
using Symbiosis.Pinch.Curves;
using Symbiosis.Pinch.Exergy;
using Symbiosis.Pinch.Questions;
using Symbiosis.Pinch.Timing;
using Symbiosis.Pinch.Utilities;
using static Symbiosis.Api.Writing.HeatNumbers;

namespace Symbiosis.Api.Writing;

/// <summary>Maps the targets of a plant to the messages of heat_targets.proto.</summary>
internal static class PlantTargetsMapping
{
    public static V1.PlantTargets Write(PlantTargets targets, HeatQuestion question, TimeTargets? time)
    {
        var cascade = targets.Cascade;
        var streams = targets.Problem.Streams;
        var hotCount = streams.Count(stream => stream.IsHot);
        var message = new V1.PlantTargets
        {
            Id = targets.Problem.Id,
            Name = targets.Problem.Name,
            HotStreamCount = hotCount,
            ColdStreamCount = streams.Count - hotCount,
            HotStreamsKw = Round(cascade.HotStreamsKw),
            ColdStreamsKw = Round(cascade.ColdStreamsKw),
            HotUtilityKw = Round(cascade.HotUtilityKw),
            ColdUtilityKw = Round(cascade.ColdUtilityKw),
            OptionalCoolingKw = Round(cascade.OptionalCoolingKw),
            RecoveryKw = Round(cascade.RecoveryKw),
            PinchShiftedCelsius = { cascade.Pinches.SelectMany(pinch => pinch.IsSpan ? new[] { Round(pinch.UpperCelsius), Round(pinch.LowerCelsius) } : [Round(pinch.UpperCelsius)]) },
            Pinches = { cascade.Pinches.Select(pinch => Write(pinch, targets.CommonApproachK)) },
            UtilityLoads = { targets.Placement.Loads.Select(Write) },
            HotShortageKw = Round(targets.Placement.HotShortageKw),
            ColdShortageKw = Round(targets.Placement.ColdShortageKw),
            HotByPrice = targets.Placement.IsHotByPrice,
            ColdByPrice = targets.Placement.IsColdByPrice,
        };
        if (question.Wants(HeatParts.Exergy)) message.Exergy = Write(targets.Exergy);
        if (question.Wants(HeatParts.Sensitivity)) message.Sensitivity.AddRange(targets.Sensitivity.Select(Write));
        if (question.Wants(HeatParts.Curves)) message.Curves = Write(targets.Curves);
        if (time is not null) message.Time = TimeTargetsMapping.Write(time, question);
        return message;
    }

    public static V1.SensitivityPoint Write(SensitivityPoint value) =>
        new() { AddedApproachK = Round(value.AddedApproachK), HotUtilityKw = Round(value.HotUtilityKw), ColdUtilityKw = Round(value.ColdUtilityKw) };

    public static V1.HeatCurve Write(IReadOnlyList<CurvePoint> points)
    {
        var curve = new V1.HeatCurve();
        (curve.HeatKw.Capacity, curve.Celsius.Capacity) = (points.Count, points.Count);
        foreach (var point in points)
        {
            curve.HeatKw.Add(Round(point.HeatKw));
            curve.Celsius.Add(Round(point.Celsius));
        }

        return curve;
    }

    private static V1.HeatPinch Write(Pinch.Cascading.Pinch value, double? commonApproachK)
    {
        var message = new V1.HeatPinch
        {
            Kind = (V1.PinchKind)((int)value.Kind + 1),
            UpperShiftedCelsius = Round(value.UpperCelsius),
            LowerShiftedCelsius = Round(value.LowerCelsius),
        };
        if (commonApproachK is not { } approach) return message;
        message.HotStreamsCelsius = Round(value.UpperCelsius + approach);
        message.ColdStreamsCelsius = Round(value.LowerCelsius - approach);
        return message;
    }

    private static V1.UtilityLoad Write(UtilityLoad value) => new()
    {
        Name = value.Level.Name,
        Role = (V1.UtilityRole)((int)value.Level.Role + 1),
        HighCelsius = Round(value.Level.HighCelsius),
        LowCelsius = Round(value.Level.LowCelsius),
        IsAssumed = value.Level.IsAssumed,
        HeatKw = Round(value.HeatKw),
        CoolingKw = Round(value.CoolingKw),
    };

    private static V1.ExergyTargets Write(ExergyAccount value) => new()
    {
        AmbientCelsius = Round(value.AmbientCelsius),
        SourcesKw = Round(value.SourcesKw),
        SinksKw = Round(value.SinksKw),
        HotUtilityKw = Round(value.HotUtilityKw),
        ColdUtilityKw = Round(value.ColdUtilityKw),
        DestroyedInRecoveryKw = Round(value.DestroyedInRecoveryKw),
        DestroyedAtUtilitiesKw = Round(value.DestroyedAtUtilitiesKw),
        DestroyedKw = Round(value.DestroyedKw),
    };

    private static V1.HeatCurves Write(HeatCurves value) => new()
    {
        HotComposite = Write(value.Hot),
        ColdComposite = Write(value.Cold),
        ShiftedHotComposite = Write(value.ShiftedHot),
        ShiftedColdComposite = Write(value.ShiftedCold),
        BalancedHotComposite = Write(value.BalancedHot),
        BalancedColdComposite = Write(value.BalancedCold),
        GrandComposite = Write(value.GrandComposite),
        Sinks = Write(value.Sinks),
        Sources = Write(value.Sources),
    };
}
