using System.Globalization;
using Symbiosis.Cli.Wording;
using Symbiosis.Pinch;
using Symbiosis.Pinch.Cascading;
using Symbiosis.Pinch.Problems;

namespace Symbiosis.Cli.Heat.Rendering;

/// <summary>How temperatures, pinches and levels are called.</summary>
internal static class HeatWords
{
    /// <summary>A temperature without unit.</summary>
    public static string Celsius(double celsius) => (Math.Round(celsius, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A change of temperature with its sign, without unit.</summary>
    public static string Change(double kelvins) => kelvins.ToString("+0.#;-0.#;0", CultureInfo.InvariantCulture);

    /// <summary>A level's temperatures: what it gives from where to where, or one.</summary>
    public static string Range(UtilityLevel level)
    {
        if (Math.Abs(level.HighCelsius - level.LowCelsius) < 0.05) return Celsius(level.HighCelsius);
        return level.Role == UtilityRole.Cold
            ? $"{Celsius(level.LowCelsius)}-{Celsius(level.HighCelsius)}"
            : $"{Celsius(level.HighCelsius)}-{Celsius(level.LowCelsius)}";
    }

    /// <summary>A level's name; an assumed one is called in the reader's language.</summary>
    public static string Name(UtilityLevel level, Language language) =>
        !level.IsAssumed ? level.Name : (level.CanHeat ? HeatMessages.AssumedHot : HeatMessages.AssumedCold).In(language);

    /// <summary>All pinches in a cell.</summary>
    public static string Pinches(HeatCascade cascade) =>
        string.Join(", ", cascade.Pinches.Select(pinch => pinch.IsSpan ? $"{Celsius(pinch.UpperCelsius)}-{Celsius(pinch.LowerCelsius)}" : Celsius(pinch.UpperCelsius)));

    /// <summary>A sentence about a pinch.</summary>
    public static string Sentence(Pinch.Cascading.Pinch pinch, PlantTargets targets, Language language)
    {
        var upper = Celsius(pinch.UpperCelsius);
        if (pinch.Kind == PinchKind.HotEnd) return HeatMessages.HotEnd.In(language, upper);
        if (pinch.Kind == PinchKind.ColdEnd) return HeatMessages.ColdEnd.In(language, Celsius(pinch.LowerCelsius));
        if (pinch.IsSpan) return HeatMessages.PinchSpan.In(language, upper, Celsius(pinch.LowerCelsius));
        return targets.CommonApproachK is { } approach
            ? HeatMessages.PinchUniform.In(language, upper, Celsius(pinch.UpperCelsius + approach), Celsius(pinch.UpperCelsius - approach))
            : HeatMessages.PinchMixed.In(language, upper);
    }
}
