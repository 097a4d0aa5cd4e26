using Symbiosis.Milp;
using Symbiosis.Server.Observing;
using Symbiosis.Server.Solving;

namespace Symbiosis.Server.Hosting;

/// <summary>Finds out whether the engine can be started, by having it solve a model of one variable: at start, and again from time to time.</summary>
internal sealed class EngineProbe(EngineShelf engines, TimeProvider time, ILogger<EngineProbe> logger) : BackgroundService
{
    private static readonly TimeSpan s_whileFailing = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_whileWell = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_solveLimit = TimeSpan.FromSeconds(30);

    private volatile string? _fault = "The engine has not been started yet.";

    /// <summary>Why it cannot be started; null: it can.</summary>
    public string? Fault => _fault;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var before = _fault;
            _fault = await SearchThread.RunAsync(() => Try(stoppingToken));
            if (_fault is null && before is not null)
                logger.EngineReady();
            else if (_fault is { } fault && fault != before && !stoppingToken.IsCancellationRequested)
                logger.EngineUnavailable(fault);
            await Task.Delay(_fault is null ? s_whileWell : s_whileFailing, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private string? Try(CancellationToken stop)
    {
        try
        {
            var model = new LinearModelBuilder("probe");
            model.AddVariable("x", 0, 1, cost: 1);
            return engines.Use("", engine => Solve(engine, model.Build(), stop), stop);
        }
        catch (Exception fault) when (fault is SolverException or ObjectDisposedException or OperationCanceledException)
        {
            return fault.Message;
        }
    }

    private static string? Solve(ISolverEngine engine, LinearModel model, CancellationToken stop)
    {
        using var session = engine.Open(model);
        var result = session.Solve(new SolveOptions { TimeLimit = s_solveLimit }, null, stop);
        return result.Termination == Termination.Optimal ? null : $"It ended a trial with {result.Termination}.";
    }
}
