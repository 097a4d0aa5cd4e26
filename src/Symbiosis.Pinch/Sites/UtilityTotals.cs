namespace Symbiosis.Pinch.Sites;

/// <summary>Utilities of all plants together.</summary>
/// <param name="HotUtilityKw">Heat bought or burnt, kW.</param>
/// <param name="ColdUtilityKw">Heat rejected, kW; generated heat that nobody uses is part of it.</param>
/// <param name="RecoveryKw">Heat that hot streams give to cold ones, of the same or of another plant, kW.</param>
public sealed record UtilityTotals(double HotUtilityKw, double ColdUtilityKw, double RecoveryKw);
