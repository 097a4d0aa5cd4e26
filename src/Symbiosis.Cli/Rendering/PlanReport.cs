using Symbiosis.Domain.Plans;

namespace Symbiosis.Cli.Rendering;

/// <summary>A whole plan on a page: outcome, couplings, what is built, money, emissions, audit, proof, what was left out.</summary>
internal static class PlanReport
{
    /// <summary>Puts the plan on the page.</summary>
    /// <param name="page">Page.</param>
    /// <param name="view">Plan.</param>
    /// <param name="showsAllPairs">All uncoupled pairs, not only the first ten.</param>
    public static void AddTo(Page page, PlanView view, bool showsAllPairs)
    {
        Headline.AddTo(page, view);
        ShortfallTable.AddTo(page, view);
        if (view.Plan.Outcome is Outcome.Optimal or Outcome.Feasible)
        {
            CouplingTable.AddTo(page, view);
            PipeTable.AddTo(page, view);
            EquipmentTable.AddTo(page, view);
            CostTable.AddTo(page, view);
            EmissionTable.AddTo(page, view);
            PlantTable.AddTo(page, view);
            UncoupledTable.AddTo(page, view, showsAllPairs);
            AuditText.AddTo(page, view);
        }

        ProofText.AddTo(page, view);
    }
}
