using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Plans;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Milp;
using Symbiosis.Planning;
using Symbiosis.Planning.Explaining;
using Symbiosis.Solvers;

namespace Symbiosis.Cli.Running;

/// <summary>The search with a real engine.</summary>
internal static class EngineSearch
{
    /// <summary>Starts the engine, searches, ends the engine.</summary>
    /// <exception cref="SolverException">The engine is missing or failed.</exception>
    public static Plan FindPlan(string engineName, Park park, Scenario? scenario, PlanOptions options, Action<PlanProgress> onProgress, CancellationToken stop)
    {
        using var engine = Start(engineName);
        return new Planner(engine).Plan(park, scenario, options, onProgress, stop);
    }

    /// <summary>Starts the engine, explains, ends the engine.</summary>
    /// <exception cref="SolverException">The engine is missing or failed.</exception>
    public static PairExplanation Explain(string engineName, Park park, Scenario? scenario, PairQuestion question, PlanOptions options, CancellationToken stop)
    {
        using var engine = Start(engineName);
        return new PairExplainer(engine).Explain(park, scenario, question, options, stop);
    }

    private static ISolverEngine Start(string engineName) => engineName == EngineNames.Cbc ? new CbcEngine() : new HighsEngine();
}
