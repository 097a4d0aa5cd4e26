using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning;

/// <summary>A plan and what it was read from.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Model">Its model.</param>
/// <param name="TodayValues">Values of the baseline (of the plan, where the baseline cannot run); null where there are neither.</param>
internal sealed record PlannedPark(Plan Plan, ParkModel Model, double[]? TodayValues);
