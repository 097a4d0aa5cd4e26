namespace Symbiosis.Pinch.Sites;

/// <summary>Power to be had where heat passes from one level to the next colder one, when all that is bought is raised at the hottest level.</summary>
/// <param name="UpperLevel">Hotter level.</param>
/// <param name="LowerLevel">Colder level.</param>
/// <param name="PassingKw">Heat that passes: bought for, and let down to, the lower level and those below it, kW.</param>
/// <param name="IdealPowerKw">Power of an ideal engine between their mean temperatures, kW. Heat raised at the hottest level grows by the power made.</param>
/// <param name="PowerKw">The same at the turbines' exergy efficiency, kW.</param>
public sealed record CogenerationStep(string UpperLevel, string LowerLevel, double PassingKw, double IdealPowerKw, double PowerKw);
