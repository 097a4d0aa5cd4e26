namespace Symbiosis.Pinch.Exergy;

/// <summary>Work value of heat against an ambient temperature.</summary>
public static class Carnot
{
    private const double ZeroCelsiusK = 273.15;

    // Below this difference the mean temperature is exact to the last digit and the logarithm is not.
    private const double EvenK = 1e-4;

    /// <summary>
    /// Share of heat that an ideal engine turns into work, 1 - T0 / T, over temperatures at constant heat capacity. Negative below the
    /// ambient: there it is cold that has value.
    /// </summary>
    /// <param name="highCelsius">Upper temperature, deg C, above -273.15.</param>
    /// <param name="lowCelsius">Lower temperature, deg C.</param>
    /// <param name="ambientCelsius">Ambient temperature T0, deg C.</param>
    public static double Factor(double highCelsius, double lowCelsius, double ambientCelsius)
    {
        var high = highCelsius + ZeroCelsiusK;
        var low = lowCelsius + ZeroCelsiusK;
        var mean = high - low < EvenK ? (high + low) / 2 : (high - low) / Math.Log(high / low);
        return 1 - (ambientCelsius + ZeroCelsiusK) / mean;
    }

    /// <summary>Share of heat that an engine between two levels turns into work at best, [0, 1).</summary>
    internal static double Between(double hotCelsius, double coldCelsius) => hotCelsius <= coldCelsius ? 0 : 1 - (coldCelsius + ZeroCelsiusK) / (hotCelsius + ZeroCelsiusK);
}
