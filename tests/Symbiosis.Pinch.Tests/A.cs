using Symbiosis.Pinch.Problems;

namespace Symbiosis.Pinch.Tests;

/// <summary>Short ways to say streams and levels.</summary>
internal static class A
{
    public static ProcessStream Hot(double supply, double target, double heatKw, double approachK = 0, bool mustCool = true) =>
        new() { Name = "hot", IsHot = true, SupplyCelsius = supply, TargetCelsius = target, HeatKw = heatKw, ApproachK = approachK, MustCool = mustCool };

    public static ProcessStream Cold(double supply, double target, double heatKw, double approachK = 0) =>
        new() { Name = "cold", IsHot = false, SupplyCelsius = supply, TargetCelsius = target, HeatKw = heatKw, ApproachK = approachK };

    public static HeatProblem Problem(IReadOnlyList<ProcessStream> streams, params IReadOnlyList<UtilityLevel> utilities) =>
        new() { Id = "plant", Name = "Plant", Streams = streams, Utilities = utilities };

    public static UtilityLevel Level(string name, UtilityRole role, double high, double? low = null, double? price = null, double? capacityKw = null) =>
        new() { Name = name, Role = role, HighCelsius = high, LowCelsius = low ?? high, PriceCnyPerKwh = price, CapacityKw = capacityKw, IsShared = true };
}
