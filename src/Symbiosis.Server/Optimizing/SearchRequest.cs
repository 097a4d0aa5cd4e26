using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Scenarios;

namespace Symbiosis.Server.Optimizing;

/// <summary>A question that was checked.</summary>
/// <param name="Park">The park.</param>
/// <param name="Scenario">What is changed; null: nothing.</param>
/// <param name="EngineName">Engine; empty: the server's default.</param>
/// <param name="Gap">Gap that suffices; null: the planner's default.</param>
/// <param name="TimeLimit">Longest search asked for; null: the server's.</param>
internal sealed record SearchRequest(Park Park, Scenario? Scenario, string EngineName, double? Gap, TimeSpan? TimeLimit);
