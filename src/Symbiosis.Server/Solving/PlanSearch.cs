using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Planning;

namespace Symbiosis.Server.Solving;

/// <summary>Finds a plan with the engine of that name (empty: the default), blocking; a seam, so that the service is tested without an engine.</summary>
internal delegate Plan PlanSearch(string engineName, Park park, Scenario? scenario, PlanOptions options, Action<PlanProgress>? onProgress, CancellationToken stop);
