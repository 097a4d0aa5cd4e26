namespace Symbiosis.TestKit;

/// <summary>
/// Entry to the builders, for <c>using static</c>: <c>APark().WithPlant("smelter", plant => plant.WithHotStream(supplyCelsius: 90)).Build()</c>.
/// </summary>
public static class Builders
{
    /// <summary>A park of id "park" without plants: one year in one step, all rules at their defaults.</summary>
    public static ParkBuilder APark(string id = "park") => new(id);
}
