using Symbiosis.Pinch.Questions;
using Symbiosis.Pinch.Sites;
using Symbiosis.Pinch.Timing;
using static Symbiosis.Api.Writing.HeatNumbers;

namespace Symbiosis.Api.Writing;

/// <summary>Maps the targets of a site to the messages of heat_targets.proto.</summary>
internal static class SiteTargetsMapping
{
    public static V1.SiteTargets Write(SiteTargets site, HeatQuestion question, ParkTargets? overTime)
    {
        var message = new V1.SiteTargets
        {
            Separate = Write(site.Separate),
            ThroughUtilities = Write(site.ThroughUtilities),
            Integrated = PlantTargetsMapping.Write(site.Integrated, question, overTime?.Integrated),
            Levels = { site.Levels.Select(Write) },
            Cogeneration = { site.Cogeneration.Select(Write) },
        };
        if (site.SitePinchCelsius is { } celsius) message.SitePinchCelsius = Round(celsius);
        if (question.Wants(HeatParts.Sensitivity)) message.SeparateSensitivity.AddRange(site.SeparateSensitivity.Select(PlantTargetsMapping.Write));
        if (question.Wants(HeatParts.Curves)) message.Profiles = Write(site.Profiles);
        if (overTime is null) return message;
        message.SeparateTime = TimeTargetsMapping.Write(overTime.Separate, question);
        message.ThroughUtilitiesTime = TimeTargetsMapping.Write(overTime.ThroughUtilities, question, hasStorage: false);
        return message;
    }

    private static V1.UtilityTotals Write(UtilityTotals value) =>
        new() { HotUtilityKw = Round(value.HotUtilityKw), ColdUtilityKw = Round(value.ColdUtilityKw), RecoveryKw = Round(value.RecoveryKw) };

    private static V1.SiteLevel Write(SiteLevel value) => new()
    {
        Name = value.Level.Name,
        Role = (V1.UtilityRole)((int)value.Level.Role + 1),
        HighCelsius = Round(value.Level.HighCelsius),
        LowCelsius = Round(value.Level.LowCelsius),
        IsShared = value.Level.IsShared,
        IsAssumed = value.Level.IsAssumed,
        UsedKw = Round(value.UsedKw),
        GeneratedKw = Round(value.GeneratedKw),
        CooledKw = Round(value.CooledKw),
        NetUsedKw = Round(value.NetUsedKw),
        NetGeneratedKw = Round(value.NetGeneratedKw),
        LetDownInKw = Round(value.LetDownInKw),
        LetDownOutKw = Round(value.LetDownOutKw),
        BoughtKw = Round(value.BoughtKw),
        SurplusKw = Round(value.SurplusKw),
    };

    private static V1.CogenerationStep Write(CogenerationStep value) => new()
    {
        UpperLevel = value.UpperLevel,
        LowerLevel = value.LowerLevel,
        PassingKw = Round(value.PassingKw),
        IdealPowerKw = Round(value.IdealPowerKw),
        PowerKw = Round(value.PowerKw),
    };

    private static V1.SiteProfiles Write(SiteProfiles value) => new()
    {
        Sources = PlantTargetsMapping.Write(value.Sources),
        Sinks = PlantTargetsMapping.Write(value.Sinks),
        Generation = PlantTargetsMapping.Write(value.Generation),
        Use = PlantTargetsMapping.Write(value.Use),
    };
}
