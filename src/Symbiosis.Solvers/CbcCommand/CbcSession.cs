using System.Collections.Concurrent;
using System.Globalization;
using Symbiosis.Milp;
using Symbiosis.Solvers.Processes;

namespace Symbiosis.Solvers.CbcCommand;

/// <summary>One model, written anew for each solve.</summary>
internal sealed class CbcSession(string engineName, CbcEngineOptions engineOptions, CbcProcesses processes, LinearModel model) : IEngineSession
{
    private const int NotFoundExitCode = 127;
    private const int NotExecutableExitCode = 126;
    private const int WaitingLines = 1000;
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(1);

    private bool isDisposed;

    public LinearModel Model { get; private set; } = model;

    public void Apply(ModelChange change)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        Model = Model.With(change);
    }

    public SolveResult Solve(SolveOptions options, Action<SolveProgress>? onProgress = null, CancellationToken stop = default)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ArgumentNullException.ThrowIfNull(options);
        options.RequireValid(Model);

        var run = new SolveRun(Model, options, engineOptions.FeasibilityTolerance, engineOptions.IntegralityTolerance, onProgress);
        try
        {
            if (stop.IsCancellationRequested)
                return run.Finish(Termination.Stopped, "stopped before it began");
            if (Model.ColumnCount == 0)
                return run.FinishWithoutColumns();
            return Run(run, stop);
        }
        catch (SolverException fault) when (run.BestSoFar() is { } best)
        {
            throw fault.With(best);
        }
    }

    public IrreducibleInfeasibleSubset? FindIrreducibleInfeasibleSubset(TimeSpan limit, CancellationToken stop = default) =>
        throw new NotSupportedException($"{engineName} finds no irreducible infeasible subsets; ask for {nameof(EngineCapabilities.Iis)} before.");

    public void Dispose() => isDisposed = true;

    private SolveResult Run(SolveRun run, CancellationToken stop)
    {
        using var files = new CbcFiles(engineOptions.TemporaryFolder);
        files.WriteModel(Model);
        if (run.Options.WarmStart is { } start && run.IsMip)
            files.WriteStart(Model, start);

        var log = new CbcLog();
        var (end, fault) = Execute(files, Arguments(files, run), log, run, stop);
        if (fault is not null)
            throw fault;
        if (end is { } early)
            return run.Finish(early, early == Termination.Stopped ? "ended by the caller" : "ended at its time limit");
        return Conclude(files, log, run, stop);
    }

    /// <summary>Runs CBC to its end or to ours.</summary>
    /// <returns>Why we ended it, or what went wrong; two nulls when it came to its own end.</returns>
    private (Termination? End, SolverException? Fault) Execute(
        CbcFiles files, IEnumerable<string> arguments, CbcLog log, SolveRun run, CancellationToken stop)
    {
        var process = processes.Start(engineName, engineOptions.CbcPath, arguments, files.Folder);
        try
        {
            using var lines = new BlockingCollection<string>(WaitingLines);
            var reader = new Thread(() => ReadLines(process, lines)) { IsBackground = true, Name = engineName + " stdout" };
            reader.Start();
            var end = Follow(lines, log, run, stop);
            if (end is not null)
                process.Kill();
            while (!reader.Join(TimeSpan.FromMilliseconds(1)))
                lines.TryTake(out _);
            return end is null ? (null, FaultOf(process, log)) : (end, null);
        }
        finally
        {
            processes.End(process);
        }
    }

    private Termination? Follow(BlockingCollection<string> lines, CbcLog log, SolveRun run, CancellationToken stop)
    {
        try
        {
            while (!lines.IsCompleted)
            {
                if (run.Options.TimeLimit is { } limit && run.Elapsed > limit + engineOptions.TimeLimitGrace)
                    return Termination.TimeLimit;
                if (!lines.TryTake(out var line, (int)LongWait.TotalMilliseconds, stop))
                    continue;
                log.Read(line);
                if (run.IsMip)
                    run.OfferBound(log.Bound);
            }

            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Termination.Stopped;
        }
    }

    private SolverException? FaultOf(ChildProcess process, CbcLog log)
    {
        if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
            return process.Fault(SolverFaultKind.Unresponsive, "closed its output and did not end.");
        return process.ExitCode switch
        {
            0 => null,
            NotFoundExitCode or NotExecutableExitCode => process.Fault(
                SolverFaultKind.NotInstalled, $"cannot start '{engineOptions.CbcPath}'. Install it (Debian: coinor-cbc) or give its path in {nameof(CbcEngineOptions)}."),
            var code => process.Fault(SolverFaultKind.Crashed, $"the process ended with exit code {code}. Its log ends: {log.Tail}"),
        };
    }

    private static void ReadLines(ChildProcess process, BlockingCollection<string> lines)
    {
        try
        {
            using var reader = new StreamReader(process.Output);
            while (reader.ReadLine() is { } line)
                lines.Add(line);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // The pipe went with the process.
        }
        finally
        {
            lines.CompleteAdding();
        }
    }

    private static List<string> Arguments(CbcFiles files, SolveRun run)
    {
        var wanted = run.Options;
        List<string> arguments = [files.Model, "-timeMode", "elapsed"];
        if (run.TimeLeft is { } left)
            arguments.AddRange(["-seconds", Number(Math.Max(0.01, left.TotalSeconds))]);
        if (run.IsMip)
        {
            arguments.AddRange(["-randomCbcSeed", wanted.Seed.ToString(CultureInfo.InvariantCulture)]);
            if (wanted.AbsoluteGap is { } absolute)
                arguments.AddRange(["-allowableGap", Number(absolute)]);
            if (wanted.RelativeGap is { } relative)
                arguments.AddRange(["-ratioGap", Number(relative)]);
            if (wanted.ObjectiveCutoff is { } cutoff)
                arguments.AddRange(["-cutoff", Number(cutoff + SolveRun.CutoffSlack(cutoff))]);
            if (wanted.WarmStart is not null)
                arguments.AddRange(["-mipstart", files.Start]);
        }

        foreach (var (name, value) in wanted.EngineOptions)
            arguments.AddRange(["-" + name, value]);
        arguments.Add(run.IsMip ? "-solve" : "-initialSolve");
        arguments.AddRange(["-solution", files.Solution, "-saveSolution", files.Saved]);
        return arguments;
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private SolveResult Conclude(CbcFiles files, CbcLog log, SolveRun run, CancellationToken stop)
    {
        var status = files.ReadStatus()
            ?? throw new SolverException(engineName, SolverFaultKind.Protocol, $"wrote no solution file. Its log ends: {log.Tail}");
        var termination = TerminationOf(status, run.Options)
            ?? throw new SolverException(engineName, SolverFaultKind.Protocol, $"the outcome '{status}' is unknown.");
        if (termination == Termination.Unbounded && run.IsMip)
            termination = IsFeasible(run, stop);

        var hasValues = termination is Termination.Optimal or Termination.TimeLimit or Termination.OtherLimit
            && !status.Contains("no integer solution", StringComparison.Ordinal);
        var saved = hasValues ? files.ReadSaved(Model) : null;
        if (saved is not null)
            TakeFinal(saved.Values, termination, run);
        else if (termination == Termination.Optimal)
            throw new SolverException(engineName, SolverFaultKind.Protocol, "claims an optimal solution and does not give it.");
        if (run.IsMip)
            run.OfferFinalBound(log.Bound);
        if (run.IsMip && termination == Termination.Optimal && log.IsSearchComplete)
            run.CloseBound();

        var isOptimalLp = !run.IsMip && termination == Termination.Optimal;
        return run.Finish(
            termination, "CBC: " + status, run.IsMip ? log.Nodes : null,
            isOptimalLp ? saved?.RowDuals : null, isOptimalLp ? saved?.ReducedCosts : null);
    }

    private void TakeFinal(double[] values, Termination termination, SolveRun run)
    {
        var failed = run.OfferFinal(values);
        if (failed is not null && termination == Termination.Optimal)
            throw new SolverException(engineName, SolverFaultKind.LiedAboutFeasibility, $"its optimal solution is {failed.Describe()}.");
    }

    /// <summary>CBC calls a MIP unbounded when its relaxation is; whether any solution exists is a question of its own.</summary>
    private Termination IsFeasible(SolveRun run, CancellationToken stop)
    {
        var change = new ModelChange();
        for (var j = 0; j < Model.ColumnCount; j++)
            change.SetCost(j, 0);
        using var session = new CbcSession(engineName, engineOptions, processes, Model.With(change));
        var limit = run.TimeLeft is { } left ? TimeSpan.FromSeconds(Math.Max(0.01, left.TotalSeconds)) : (TimeSpan?)null;
        return session.Solve(new SolveOptions { TimeLimit = limit, Seed = run.Options.Seed }, null, stop).Termination switch
        {
            Termination.Optimal => Termination.Unbounded,
            Termination.Infeasible => Termination.Infeasible,
            _ => Termination.InfeasibleOrUnbounded,
        };
    }

    private static Termination? TerminationOf(string status, SolveOptions wanted)
    {
        if (status.StartsWith("Optimal", StringComparison.Ordinal))
            return Termination.Optimal;
        if (status.StartsWith("Infeasible", StringComparison.Ordinal) || status.StartsWith("Integer infeasible", StringComparison.Ordinal))
            return wanted.ObjectiveCutoff is null ? Termination.Infeasible : Termination.CutOff;
        if (status.StartsWith("Unbounded", StringComparison.Ordinal))
            return Termination.Unbounded;
        if (status.StartsWith("Stopped on time", StringComparison.Ordinal))
            return Termination.TimeLimit;
        return status.StartsWith("Stopped", StringComparison.Ordinal) ? Termination.OtherLimit : null;
    }
}
