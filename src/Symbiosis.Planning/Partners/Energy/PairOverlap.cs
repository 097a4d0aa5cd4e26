namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What a giver and a taker could exchange at most, pipes not looked at.</summary>
/// <param name="Kwh">In a year, kWh; 0: nothing at any time.</param>
/// <param name="PeakKw">Largest flow, kW.</param>
/// <param name="MostSavingCny">A saving that no way of coupling them exceeds, CNY/a.</param>
internal readonly record struct PairOverlap(double Kwh, double PeakKw, double MostSavingCny);
