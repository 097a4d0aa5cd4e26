using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Planning;

namespace Symbiosis.Server.Solving;

/// <summary>
/// Finds a plan with the engine of that name (empty: the default), blocking, until <c>stop</c> asks for the best plan so far or <c>giveUp</c> ends it without
/// one. A seam, so that the service is tested without an engine.
/// </summary>
internal delegate Plan PlanSearch(
    string engineName, Park park, Scenario? scenario, PlanOptions options, Action<PlanProgress>? onProgress, CancellationToken stop, CancellationToken giveUp);
