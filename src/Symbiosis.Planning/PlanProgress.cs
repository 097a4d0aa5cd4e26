namespace Symbiosis.Planning;

/// <summary>State of a search.</summary>
/// <param name="Stage">What it is doing: baseline, coarse, groups, dispatch, bound, prove.</param>
/// <param name="IncumbentCny">Cost of the best plan so far, CNY; null: none yet.</param>
/// <param name="BoundCny">No plan can cost less, CNY; null: nothing proven yet.</param>
/// <param name="Gap">(plan - bound) / gross cost of the baseline; null where either is missing.</param>
/// <param name="Elapsed">Since the start.</param>
public sealed record PlanProgress(string Stage, double? IncumbentCny, double? BoundCny, double? Gap, TimeSpan Elapsed);
