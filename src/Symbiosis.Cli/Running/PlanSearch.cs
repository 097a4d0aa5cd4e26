using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Planning;

namespace Symbiosis.Cli.Running;

/// <summary>Finds a plan with the engine of that name (<see cref="EngineNames"/>); a seam, so that the commands are tested without an engine.</summary>
internal delegate Plan PlanSearch(string engineName, Park park, Scenario? scenario, PlanOptions options, Action<PlanProgress> onProgress, CancellationToken stop);
