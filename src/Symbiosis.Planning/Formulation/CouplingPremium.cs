using Symbiosis.Domain.Scenarios;

namespace Symbiosis.Planning.Formulation;

/// <summary>What a required coupling earns beyond what it saves.</summary>
/// <param name="Rule">The rule that requires it.</param>
/// <param name="CnyPerUnit">CNY/kWh delivered (CNY/t for by-products).</param>
internal sealed record CouplingPremium(CouplingRule Rule, double CnyPerUnit);
