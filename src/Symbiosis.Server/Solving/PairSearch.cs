using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Planning;

namespace Symbiosis.Server.Solving;

/// <summary>Explains a pair with the engine of that name (empty: the default), blocking; a seam as <see cref="PlanSearch"/> is.</summary>
internal delegate PairExplanation PairSearch(
    string engineName, Park park, Scenario? scenario, PairQuestion question, PlanOptions options, CancellationToken stop, CancellationToken giveUp);
