namespace Symbiosis.Planning.Partners.Energy;

/// <summary>What flows between two ends through one link, and what it is worth. Money per year.</summary>
/// <param name="CapKw">Most that enters, kW.</param>
/// <param name="InAllHours">Whether it flows also when that loses money.</param>
/// <param name="YearlyKwh">What arrives, kWh/a.</param>
/// <param name="SentKwh">What enters, kWh/a.</param>
/// <param name="PeakKw">Largest flow that arrives, kW.</param>
/// <param name="PeakSentKw">Largest flow that enters, kW.</param>
/// <param name="Hours">Hours in a year in which something flows.</param>
/// <param name="SavingCny">Saving of both sides.</param>
/// <param name="SupplyCny">What giving costs.</param>
internal readonly record struct PairFlow(
    double CapKw, bool InAllHours, double YearlyKwh, double SentKwh, double PeakKw, double PeakSentKw, double Hours, double SavingCny, double SupplyCny);
