using System.Globalization;
using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Heat.Rendering;

/// <summary>How temperatures, pinches and levels are called.</summary>
internal static class HeatWords
{
    /// <summary>A temperature without unit.</summary>
    public static string Celsius(double celsius) => (Math.Round(celsius, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A change of temperature with its sign, without unit.</summary>
    public static string Change(double kelvins) => kelvins.ToString("+0.#;-0.#;0", CultureInfo.InvariantCulture);

    /// <summary>Whether any stream has heat.</summary>
    public static bool HasHeat(V1.PlantTargets targets) => targets.HotStreamsKw > 0 || targets.ColdStreamsKw > 0;

    /// <summary>Whether a level can give heat.</summary>
    public static bool CanHeat(V1.UtilityRole role) => role is V1.UtilityRole.Hot or V1.UtilityRole.Both;

    /// <summary>Whether heat can be put into a level for others to use.</summary>
    public static bool CanBeGenerated(V1.UtilityRole role) => role is V1.UtilityRole.Both or V1.UtilityRole.Generated;

    /// <summary>A level's temperatures: what it gives from where to where, or one.</summary>
    public static string Range(double highCelsius, double lowCelsius, V1.UtilityRole role)
    {
        if (Math.Abs(highCelsius - lowCelsius) < 0.05) return Celsius(highCelsius);
        return role == V1.UtilityRole.Cold ? $"{Celsius(lowCelsius)}-{Celsius(highCelsius)}" : $"{Celsius(highCelsius)}-{Celsius(lowCelsius)}";
    }

    /// <summary>A level's name; an assumed one is called in the reader's language.</summary>
    public static string Name(string name, V1.UtilityRole role, bool isAssumed, Language language) =>
        !isAssumed ? name : (CanHeat(role) ? HeatMessages.AssumedHot : HeatMessages.AssumedCold).In(language);

    /// <summary>All pinches in a cell.</summary>
    public static string Pinches(V1.PlantTargets targets) => string.Join(", ", targets.Pinches.Select(pinch => IsSpan(pinch)
        ? $"{Celsius(pinch.UpperShiftedCelsius)}-{Celsius(pinch.LowerShiftedCelsius)}"
        : Celsius(pinch.UpperShiftedCelsius)));

    /// <summary>A sentence about a pinch.</summary>
    public static string Sentence(V1.HeatPinch pinch, Language language)
    {
        var upper = Celsius(pinch.UpperShiftedCelsius);
        if (pinch.Kind == V1.PinchKind.HotEnd) return HeatMessages.HotEnd.In(language, upper);
        if (pinch.Kind == V1.PinchKind.ColdEnd) return HeatMessages.ColdEnd.In(language, Celsius(pinch.LowerShiftedCelsius));
        if (IsSpan(pinch)) return HeatMessages.PinchSpan.In(language, upper, Celsius(pinch.LowerShiftedCelsius));
        return pinch.HasHotStreamsCelsius
            ? HeatMessages.PinchUniform.In(language, upper, Celsius(pinch.HotStreamsCelsius), Celsius(pinch.ColdStreamsCelsius))
            : HeatMessages.PinchMixed.In(language, upper);
    }

    private static bool IsSpan(V1.HeatPinch pinch) => pinch.UpperShiftedCelsius > pinch.LowerShiftedCelsius;
}
