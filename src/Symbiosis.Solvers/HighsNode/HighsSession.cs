using System.Diagnostics;
using Symbiosis.Milp;
using Symbiosis.Solvers.Processes;

namespace Symbiosis.Solvers.HighsNode;

/// <summary>One model in one engine process, which is started late and started anew whenever it has been lost.</summary>
internal sealed class HighsSession(HighsEngineOptions options, HighsPool pool, LinearModel model) : IEngineSession
{
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(1);

    private ModelChange unsent = new();
    private HighsProcess? process;
    private bool isLoaded;
    private int isBusy;
    private bool isDisposed;

    public LinearModel Model { get; private set; } = model;

    public void Apply(ModelChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Exclusively(() =>
        {
            Model = Model.With(change);
            if (isLoaded)
                unsent.Add(change);
            return true;
        });
    }

    public SolveResult Solve(SolveOptions options, Action<SolveProgress>? onProgress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.RequireValid(Model);
        return Exclusively(() => SolveExclusively(options, onProgress, stop));
    }

    public IrreducibleInfeasibleSubset? FindIrreducibleInfeasibleSubset(TimeSpan limit, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero);
        return Exclusively(() => FindIis(limit, stop));
    }

    public void Dispose()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        if (process is null)
            return;
        var last = process;
        process = null;
        if (Volatile.Read(ref isBusy) != 0 || !last.IsHealthy)
        {
            pool.End(last);
            return;
        }

        try
        {
            last.Request(HighsProtocol.WriteUnload);
            pool.Return(last);
        }
        catch (SolverException)
        {
            // Nobody waits for its answer any more.
            pool.End(last);
        }
    }

    private SolveResult SolveExclusively(SolveOptions solveOptions, Action<SolveProgress>? onProgress, CancellationToken stop)
    {
        var run = new SolveRun(Model, solveOptions, options.FeasibilityTolerance, options.IntegralityTolerance, onProgress);
        try
        {
            if (stop.IsCancellationRequested)
                return run.Finish(Termination.Stopped, "stopped before it began");
            if (Model.ColumnCount == 0)
                return run.FinishWithoutColumns();
            var engine = Loaded(stop);
            return Converse(engine, run, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Only waiting for a starting process can end like this; it goes on starting for the next solve.
            return run.Finish(Termination.Stopped, "stopped before the engine was ready");
        }
        catch (SolverException fault)
        {
            Lose();
            if (run.BestSoFar() is { } best)
                throw fault.With(best);
            throw;
        }
        catch
        {
            // The caller's own progress handler threw; the engine is still solving.
            Lose();
            throw;
        }
    }

    private SolveResult Converse(HighsProcess engine, SolveRun run, CancellationToken stop)
    {
        var id = engine.NextRequest();
        if (run.Options.WarmStart is null)
            engine.Send(stream => HighsProtocol.WriteSolve(stream, id, run.Options, run.TimeLeft));
        else
            engine.SendLarge(stream => HighsProtocol.WriteSolve(stream, id, run.Options, run.TimeLeft));
        var ending = new Ending(engine, id, options.StopGrace);
        while (true)
        {
            if (stop.IsCancellationRequested)
                ending.Ask(Termination.Stopped);
            else if (run.Options.TimeLimit is { } limit && run.Elapsed > limit + options.TimeLimitGrace)
                ending.Ask(Termination.TimeLimit);
            if (ending.IsOverdue)
            {
                Lose();
                return run.Finish(ending.Reason, "the engine did not react and was ended");
            }

            var frame = Next(engine, NextLook(run, ending), ending.IsAsked ? CancellationToken.None : stop);
            if (frame is null || (frame.Id != id && frame.Type != "error"))
                continue;
            if (frame.Type == "result")
                return Conclude(engine, frame, run, ending);
            if (frame.Type != "progress")
                throw engine.Unexpected(frame);
            if (frame.Doubles("values") is { } values)
                run.OfferIncumbent(WithLength(engine, values, Model.ColumnCount, "solution"), frame.Number("bound"));
            else
                run.OfferBound(frame.Number("bound"));
        }
    }

    private TimeSpan NextLook(SolveRun run, Ending ending)
    {
        if (ending.IsAsked)
            return ending.TimeLeft;
        if (run.Options.TimeLimit is not { } limit)
            return LongWait;
        var untilLate = limit + options.TimeLimitGrace - run.Elapsed + TimeSpan.FromMilliseconds(1);
        return untilLate < LongWait ? untilLate : LongWait;
    }

    private static HighsFrame? Next(HighsProcess engine, TimeSpan wait, CancellationToken stop)
    {
        try
        {
            return engine.Receive(wait, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private SolveResult Conclude(HighsProcess engine, HighsFrame frame, SolveRun run, Ending ending)
    {
        var status = frame.Text("status");
        var termination = TerminationOf(status, run.Options, ending)
            ?? throw engine.Fault(SolverFaultKind.EngineError, $"the solve ended with status '{status}'.");
        run.OfferFinalBound(frame.Number("bound"));
        if (frame.Doubles("values") is { } values)
            TakeFinal(engine, WithLength(engine, values, Model.ColumnCount, "solution"), termination, run);
        else if (termination == Termination.Optimal)
            throw engine.Fault(SolverFaultKind.Protocol, "claims an optimal solution and does not give it.");

        var isOptimalLp = !run.IsMip && termination == Termination.Optimal;
        var nodes = frame.Number("nodes");
        return run.Finish(
            termination,
            $"HiGHS {engine.Version}: {status}",
            nodes is >= 0 ? (long)nodes : null,
            isOptimalLp && frame.Doubles("rowDuals") is { } duals ? WithLength(engine, duals, Model.RowCount, "row duals") : null,
            isOptimalLp && frame.Doubles("reducedCosts") is { } reduced ? WithLength(engine, reduced, Model.ColumnCount, "reduced costs") : null);
    }

    private static void TakeFinal(HighsProcess engine, double[] values, Termination termination, SolveRun run)
    {
        if (termination is Termination.Infeasible or Termination.Unbounded or Termination.InfeasibleOrUnbounded or Termination.CutOff)
            return; // A point on the way to the proof.
        var failed = run.OfferFinal(values);
        if (failed is not null && termination == Termination.Optimal)
            throw engine.Fault(SolverFaultKind.LiedAboutFeasibility, $"its optimal solution is {failed.Describe()}.");
    }

    private static Termination? TerminationOf(string status, SolveOptions solveOptions, Ending ending) => status switch
    {
        "optimal" or "empty" => Termination.Optimal,
        // With a cutoff given the engine cannot tell "none" from "none that good".
        "infeasible" when solveOptions.ObjectiveCutoff is not null => Termination.CutOff,
        "objectiveBound" => Termination.CutOff,
        "infeasible" => Termination.Infeasible,
        "unbounded" => Termination.Unbounded,
        "unboundedOrInfeasible" => Termination.InfeasibleOrUnbounded,
        "timeLimit" => Termination.TimeLimit,
        "objectiveTarget" or "iterationLimit" or "solutionLimit" => Termination.OtherLimit,
        // "interrupted", or whatever else an interruption left behind.
        _ when ending.IsAsked => ending.Reason,
        _ => null,
    };

    private IrreducibleInfeasibleSubset? FindIis(TimeSpan limit, CancellationToken stop)
    {
        try
        {
            if (stop.IsCancellationRequested)
                return null;
            var engine = Loaded(stop);
            var id = engine.NextRequest();
            engine.Send(stream => HighsProtocol.WriteIis(stream, id, limit));
            var started = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(started) < limit + options.TimeLimitGrace)
            {
                var frame = engine.Receive(TimeSpan.FromMilliseconds(200), stop);
                if (frame is null || frame.Id != id)
                    continue;
                return frame.Type == "iis" ? Subset(engine, frame) : throw engine.Unexpected(frame);
            }

            Lose();
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Lose();
            return null;
        }
        catch (SolverException)
        {
            Lose();
            throw;
        }
    }

    private IrreducibleInfeasibleSubset? Subset(HighsProcess engine, HighsFrame frame)
    {
        const int free = 1;
        const int inConflict = 1;
        var rows = frame.Integers("rows") ?? [];
        var columns = frame.Integers("columns") ?? [];
        var columnBounds = frame.Integers("columnBounds") ?? [];
        var rowStatus = frame.Integers("rowStatus") ?? [];
        if (rows.Any(i => i < 0 || i >= Model.RowCount) || columns.Any(j => j < 0 || j >= Model.ColumnCount))
            throw engine.Fault(SolverFaultKind.Protocol, "an infeasible subset names rows or columns that do not exist.");
        if (rows.Length + columns.Length == 0)
            return null;

        var bounded = columns.Where((_, k) => k >= columnBounds.Length || columnBounds[k] != free).Order();
        return new IrreducibleInfeasibleSubset(
            [.. rows.Order().Select(i => Model.RowNames.Span[i])],
            [.. bounded.Select(j => Model.ColumnNames.Span[j])],
            rows.All(i => i >= rowStatus.Length || rowStatus[i] == inConflict));
    }

    private HighsProcess Loaded(CancellationToken stop)
    {
        while (true)
        {
            var isFresh = process is null;
            process ??= pool.Rent();
            try
            {
                process.WaitUntilReady(stop);
                Load(process);
                return process;
            }
            catch (SolverException fault) when (isFresh && fault.Kind == SolverFaultKind.Crashed && process.WasUsedBefore)
            {
                // A warm process that died while idle says nothing about this model; take another one.
                Lose();
            }
        }
    }

    private void Load(HighsProcess engine)
    {
        if (!isLoaded)
        {
            engine.Request((stream, id) => HighsProtocol.WriteLoad(stream, id, Model));
            isLoaded = true;
        }
        else if (!unsent.IsEmpty)
        {
            // Not awaited: the solve behind it waits in the same queue, and an error answers either.
            var id = engine.NextRequest();
            engine.SendLarge(stream => HighsProtocol.WriteChange(stream, id, unsent));
        }

        unsent = new ModelChange();
    }

    /// <summary>Ends the process; the next solve starts another and sends the model as it is then.</summary>
    private void Lose()
    {
        isLoaded = false;
        if (process is null)
            return;
        pool.End(process);
        process = null;
    }

    private T Exclusively<T>(Func<T> action)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (Interlocked.Exchange(ref isBusy, 1) != 0)
            throw new InvalidOperationException($"The session on model '{Model.Name}' is in use; a session serves one caller at a time.");
        try
        {
            return action();
        }
        finally
        {
            Volatile.Write(ref isBusy, 0);
        }
    }

    private static double[] WithLength(HighsProcess engine, double[] values, int length, string what) => values.Length == length
        ? values
        : throw engine.Fault(SolverFaultKind.Protocol, $"sent {values.Length} numbers as {what} instead of {length}.");

    /// <summary>The wish to end a solve early, and how long the engine may take to grant it.</summary>
    private sealed class Ending(HighsProcess engine, int id, TimeSpan grace)
    {
        private long askedAt;

        public bool IsAsked { get; private set; }

        public Termination Reason { get; private set; }

        public TimeSpan TimeLeft => grace - Stopwatch.GetElapsedTime(askedAt);

        public bool IsOverdue => IsAsked && TimeLeft <= TimeSpan.Zero;

        public void Ask(Termination reason)
        {
            if (IsAsked)
                return;
            (IsAsked, Reason, askedAt) = (true, reason, Stopwatch.GetTimestamp());
            engine.Send(stream => HighsProtocol.WriteStop(stream, id));
        }
    }
}
