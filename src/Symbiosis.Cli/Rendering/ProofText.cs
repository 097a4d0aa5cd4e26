using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Rendering;

/// <summary>What is proven, by which engine, in how long.</summary>
internal static class ProofText
{
    public static void AddTo(Page page, PlanView view)
    {
        if (view.Plan.Proof is not { } proof)
            return;

        page.Title(view.Say(Messages.ProofTitle));
        if (proof.DualBoundCny is { } bound)
            page.Line(view.Say(Messages.ProofBound, view.Money(bound), view.PerHorizon));
        if (!string.IsNullOrEmpty(proof.Scope))
            page.Line(proof.Scope);
        page.Line(view.Say(
            Messages.ProofEngine,
            proof.Engine ?? "",
            Quantity.Seconds(proof.Seconds),
            Quantity.Seconds(proof.OverheadSeconds),
            Quantity.Count(proof.RowCount),
            Quantity.Count(proof.ColumnCount),
            Quantity.Count(proof.IntegerCount),
            Quantity.Count(proof.NonzeroCount)));
    }
}
