using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Planning;

namespace Symbiosis.Cli.Running;

/// <summary>Explains a pair with the engine of that name (<see cref="EngineNames"/>); a seam, so that the command is tested without an engine.</summary>
internal delegate PairExplanation PairExplanationSearch(string engineName, Park park, Scenario? scenario, PairQuestion question, PlanOptions options, CancellationToken stop);
