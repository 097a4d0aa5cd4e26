using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Symbiosis.Pinch;
using Symbiosis.Pinch.Curves;
using Symbiosis.Pinch.Sites;
using Symbiosis.Pinch.Timing;

namespace Symbiosis.Cli.Heat.Rendering;

/// <summary>Targets for programs, in the snake_case of the other files.</summary>
internal static class HeatJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new RoundedNumber() },
    };

    /// <summary>An object with <c>plants</c> and, where there are several, <c>site</c>.</summary>
    public static string Write(HeatResult result)
    {
        var site = result.Site;
        return JsonSerializer.Serialize(
            new
            {
                Id = site.Integrated.Problem.Id,
                Name = site.Integrated.Problem.Name,
                Plants = result.Shown.Select(plant => Plant(site.Plants[plant], result.TimeOf(plant))),
                Site = result.ShowsSite ? Site(result) : null,
            },
            Options);
    }

    private static object Site(HeatResult result)
    {
        var site = result.Site;
        return new
        {
            Separate = site.Separate,
            ThroughUtilities = site.ThroughUtilities,
            Integrated = Plant(site.Integrated, result.OverTime?.Integrated),
            Levels = site.Levels.Select(Level),
            SitePinchCelsius = site.SitePinchCelsius,
            Cogeneration = site.Cogeneration,
            SeparateSensitivity = site.SeparateSensitivity,
            Profiles = site.Profiles,
            SeparateTime = Time(result.OverTime?.Separate),
            ThroughUtilitiesTime = Time(result.OverTime?.ThroughUtilities, hasStorage: false),
        };
    }

    private static object Plant(PlantTargets targets, TimeTargets? time)
    {
        var cascade = targets.Cascade;
        return new
        {
            Id = targets.Problem.Id,
            Name = targets.Problem.Name,
            HotStreamsKw = cascade.HotStreamsKw,
            ColdStreamsKw = cascade.ColdStreamsKw,
            HotUtilityKw = cascade.HotUtilityKw,
            ColdUtilityKw = cascade.ColdUtilityKw,
            OptionalCoolingKw = cascade.OptionalCoolingKw,
            RecoveryKw = cascade.RecoveryKw,
            PinchShiftedCelsius = cascade.Pinches.SelectMany(pinch => pinch.IsSpan ? new[] { pinch.UpperCelsius, pinch.LowerCelsius } : [pinch.UpperCelsius]),
            Pinches = cascade.Pinches.Select(pinch => new
            {
                Kind = JsonNamingPolicy.SnakeCaseUpper.ConvertName(pinch.Kind.ToString()),
                UpperShiftedCelsius = pinch.UpperCelsius,
                LowerShiftedCelsius = pinch.LowerCelsius,
                HotStreamsCelsius = pinch.UpperCelsius + targets.CommonApproachK,
                ColdStreamsCelsius = pinch.LowerCelsius - targets.CommonApproachK,
            }),
            UtilityLoads = targets.Placement.Loads.Select(load => new
            {
                Name = load.Level.Name,
                Role = JsonNamingPolicy.SnakeCaseUpper.ConvertName(load.Level.Role.ToString()),
                HighCelsius = load.Level.HighCelsius,
                LowCelsius = load.Level.LowCelsius,
                IsAssumed = load.Level.IsAssumed,
                HeatKw = load.HeatKw,
                CoolingKw = load.CoolingKw,
            }),
            Exergy = targets.Exergy,
            Sensitivity = targets.Sensitivity,
            Curves = Curves(targets.Curves),
            Time = Time(time),
        };
    }

    private static object Curves(HeatCurves curves) => new
    {
        HotComposite = curves.Hot,
        ColdComposite = curves.Cold,
        ShiftedHotComposite = curves.ShiftedHot,
        ShiftedColdComposite = curves.ShiftedCold,
        BalancedHotComposite = curves.BalancedHot,
        BalancedColdComposite = curves.BalancedCold,
        GrandComposite = curves.GrandComposite,
    };

    private static object Level(SiteLevel level) => new
    {
        Name = level.Level.Name,
        Role = JsonNamingPolicy.SnakeCaseUpper.ConvertName(level.Level.Role.ToString()),
        HighCelsius = level.Level.HighCelsius,
        LowCelsius = level.Level.LowCelsius,
        IsShared = level.Level.IsShared,
        UsedKw = level.UsedKw,
        GeneratedKw = level.GeneratedKw,
        CooledKw = level.CooledKw,
        NetUsedKw = level.NetUsedKw,
        NetGeneratedKw = level.NetGeneratedKw,
        LetDownInKw = level.LetDownInKw,
        LetDownOutKw = level.LetDownOutKw,
        BoughtKw = level.BoughtKw,
        SurplusKw = level.SurplusKw,
    };

    private static object? Time(TimeTargets? time, bool hasStorage = true) => time is null ? null : new
    {
        Hours = time.Hours,
        HotUtilityKwh = time.HotUtilityKwh,
        ColdUtilityKwh = time.ColdUtilityKwh,
        RecoveryKwh = time.RecoveryKwh,
        AverageHotUtilityKw = hasStorage ? time.AverageHotUtilityKw : (double?)null,
        AverageColdUtilityKw = hasStorage ? time.AverageColdUtilityKw : (double?)null,
        StorageSavingAtMostKwh = hasStorage ? time.StorageSavingAtMostKwh : (double?)null,
        Periods = time.Periods,
    };

    // A millionth of a kilowatt is far below what anybody measures, and the last digits of a sum are noise.
    private sealed class RoundedNumber : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Math.Round(value, 6) + 0.0);
    }
}
