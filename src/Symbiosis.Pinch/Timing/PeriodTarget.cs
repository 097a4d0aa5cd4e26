namespace Symbiosis.Pinch.Timing;

/// <summary>Targets of one time step.</summary>
/// <param name="Hours">Hours of the horizon it stands for.</param>
/// <param name="HotUtilityKw">Least hot utility, kW.</param>
/// <param name="ColdUtilityKw">Least cold utility, kW.</param>
/// <param name="RecoveryKw">Heat that hot streams give to cold ones, kW.</param>
public sealed record PeriodTarget(double Hours, double HotUtilityKw, double ColdUtilityKw, double RecoveryKw);
