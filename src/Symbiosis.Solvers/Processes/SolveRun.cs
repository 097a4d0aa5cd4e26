using System.Diagnostics;
using Symbiosis.Milp;

namespace Symbiosis.Solvers.Processes;

/// <summary>What one solve knows so far: the clock, the best checked solution, the best bound. Used by one thread.</summary>
internal sealed class SolveRun
{
    private readonly LinearModel model;
    private readonly double feasibilityTolerance;
    private readonly double integralityTolerance;
    private readonly Action<SolveProgress>? onProgress;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private double[]? bestValues;
    private double? bestObjective;
    private double? bound;
    private SolutionCheck? rejected;

    public SolveRun(
        LinearModel model, SolveOptions options, double feasibilityTolerance, double integralityTolerance, Action<SolveProgress>? onProgress)
    {
        this.model = model;
        this.feasibilityTolerance = feasibilityTolerance;
        this.onProgress = onProgress;
        Options = options;
        IsMip = model.IntegerCount > 0 && !options.RelaxIntegrality;
        this.integralityTolerance = IsMip ? integralityTolerance : double.PositiveInfinity;
        if (IsMip && options.WarmStart is { } start)
            TakeStart(start as double[] ?? [.. start]);
    }

    public SolveOptions Options { get; }

    /// <summary>Whole numbers count in this solve.</summary>
    public bool IsMip { get; }

    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>What is left of the time limit, not below zero; <c>null</c> without one.</summary>
    public TimeSpan? TimeLeft => Options.TimeLimit is { } limit ? Max(limit - clock.Elapsed, TimeSpan.Zero) : null;

    /// <summary>A solution at the cutoff is good enough, recomputed or not.</summary>
    public static double CutoffSlack(double cutoff) => 1e-6 * Math.Max(1, Math.Abs(cutoff));

    /// <summary>The bound may only rise; news that lower it are rounding.</summary>
    public void OfferBound(double? candidate)
    {
        if (RaiseBound(candidate))
            Report(null);
    }

    /// <summary>Checks an announced solution and keeps it if it is the best.</summary>
    public void OfferIncumbent(double[] values, double? newBound)
    {
        var raised = RaiseBound(newBound);
        if (TryKeep(values))
            Report((double[])values.Clone());
        else if (raised)
            Report(null);
    }

    /// <summary>Checks the engine's final solution.</summary>
    /// <returns>The check when it does not pass.</returns>
    public SolutionCheck? OfferFinal(double[] values)
    {
        var check = Check(values);
        if (!check.IsFeasible)
            return check;
        // A MIP's last solution is its best; an earlier one that recomputes a hair lower differs by tolerance only.
        if (bestObjective is null || check.Objective <= bestObjective)
            (bestValues, bestObjective) = (values, check.Objective);
        return null;
    }

    public void OfferFinalBound(double? finalBound) => RaiseBound(finalBound);

    /// <summary>The search is complete: nothing is better than the best solution.</summary>
    public void CloseBound() => RaiseBound(bestObjective);

    public SolveResult Finish(
        Termination termination, string detail, long? nodes = null, double[]? rowDuals = null, double[]? reducedCosts = null)
    {
        if (termination == Termination.Optimal && (!IsMip || bound is null))
            bound = bestObjective;
        if (termination == Termination.Optimal && !IsWithinCutoff(bestObjective))
            termination = Termination.CutOff;
        else if (termination == Termination.CutOff && bestObjective is not null)
            (termination, bound) = (Termination.Optimal, bestObjective); // The start stands at the cutoff and nothing better exists.
        var hasNone = termination is Termination.Infeasible or Termination.Unbounded or Termination.InfeasibleOrUnbounded or Termination.CutOff;
        return new SolveResult
        {
            Termination = termination,
            Values = hasNone ? null : bestValues,
            Objective = hasNone ? null : bestObjective,
            Bound = BoundAt(termination),
            RowDuals = rowDuals,
            ReducedCosts = reducedCosts,
            Elapsed = clock.Elapsed,
            Nodes = nodes,
            Detail = detail,
            RejectedIncumbent = rejected,
        };
    }

    /// <summary>Engines call a model without columns empty and forget its rows, so it is decided here.</summary>
    public SolveResult FinishWithoutColumns()
    {
        var isInfeasible = OfferFinal([]) is not null;
        return Finish(isInfeasible ? Termination.Infeasible : Termination.Optimal, "the model has no columns");
    }

    /// <summary>The best checked solution as a result, for an exception; <c>null</c> when there is none.</summary>
    public SolveResult? BestSoFar() => bestValues is null ? null : Finish(Termination.Stopped, "before the fault");

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private double? BoundAt(Termination termination) => termination switch
    {
        Termination.Infeasible or Termination.Unbounded or Termination.InfeasibleOrUnbounded => null,
        Termination.CutOff => Options.ObjectiveCutoff,
        // The solution is recomputed with its whole numbers as they are, a tolerance away from whole; so the bound can stand above it.
        _ => bound is { } b && bestObjective is { } objective ? Math.Min(b, objective) : bound,
    };

    private bool IsWithinCutoff(double? objective) =>
        Options.ObjectiveCutoff is not { } cutoff || !(objective > cutoff + CutoffSlack(cutoff));

    private void TakeStart(double[] start)
    {
        var check = Check(start);
        if (check.IsFeasible && IsWithinCutoff(check.Objective))
            (bestValues, bestObjective) = (start, check.Objective);
    }

    private bool TryKeep(double[] values)
    {
        var check = Check(values);
        if (!check.IsFeasible)
        {
            rejected ??= check;
            return false;
        }

        if (check.Objective >= bestObjective)
            return false;
        (bestValues, bestObjective) = (values, check.Objective);
        return true;
    }

    private bool RaiseBound(double? candidate)
    {
        if (candidate is not { } value || !double.IsFinite(value) || value <= bound)
            return false;
        bound = value;
        return true;
    }

    private SolutionCheck Check(double[] values) => SolutionChecker.Check(model, values, feasibilityTolerance, integralityTolerance);

    private void Report(double[]? values) => onProgress?.Invoke(new SolveProgress(clock.Elapsed, bestObjective, bound, values));
}
