namespace Symbiosis.Pinch;

/// <summary>Targets at another minimum approach.</summary>
/// <param name="AddedApproachK">What is added to the least difference between a hot and a cold stream, K: half to each stream's own
/// contribution, which does not fall below 0.</param>
/// <param name="HotUtilityKw">Least hot utility, kW.</param>
/// <param name="ColdUtilityKw">Least cold utility, kW.</param>
public sealed record SensitivityPoint(double AddedApproachK, double HotUtilityKw, double ColdUtilityKw);
