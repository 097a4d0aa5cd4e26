namespace Symbiosis.Interop.Tests.Service;

/// <summary>What the tests look at of a plan.</summary>
/// <param name="Outcome">Name of symbiosis.v1.Outcome's value.</param>
/// <param name="SavingCny">Baseline less plan, a decimal.</param>
/// <param name="Couplings">How many couplings.</param>
public sealed record PlanGist(string Outcome, string? SavingCny, int Couplings);
