using System.Diagnostics;
using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Formulation;

namespace Symbiosis.Planning.Searching;

/// <summary>The best plan and the best bound so far, from whoever finds them. Thread-safe; callbacks come one at a time.</summary>
internal sealed class SearchState(ParkModel model, PlanOptions options, Action<PlanProgress>? onProgress)
{
    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<TracePoint> trace = [];
    private readonly CancellationTokenSource closed = new();

    /// <summary>Values of the best plan in the full model; null: none yet.</summary>
    public double[]? BestValues { get; private set; }

    /// <summary>Cost of the best plan, CNY.</summary>
    public double? IncumbentCny { get; private set; }

    /// <summary>No plan can cost less, CNY.</summary>
    public double? BoundCny { get; private set; }

    /// <summary>Gross cost of the baseline, CNY; of the plan, where the baseline cannot run.</summary>
    public double GrossCny { get; set; }

    /// <summary>Since the start.</summary>
    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Plan and bound over time.</summary>
    public IReadOnlyList<TracePoint> Trace => trace;

    /// <summary>Signalled once the gap is reached.</summary>
    public CancellationToken Closed => closed.Token;

    /// <summary>Time left of the limit; null: no limit.</summary>
    public TimeSpan? Remaining => options.TimeLimit is { } limit ? limit - clock.Elapsed : null;

    /// <summary>Limit for the next solve, above zero: the time may run out between the last look at <see cref="Remaining"/> and the solve.</summary>
    public TimeSpan? SolveLimit => Remaining is { } rest ? TimeSpan.FromMilliseconds(Math.Max(1, rest.TotalMilliseconds)) : null;

    /// <summary>The gap the search aims at, CNY.</summary>
    public double WantedCny => options.Gap * GrossCny;

    /// <summary>Gap over the baseline's gross cost; null where either side is missing.</summary>
    public double? Gap => IncumbentCny is { } plan && BoundCny is { } bound ? Math.Max(0, plan - bound) / Math.Max(GrossCny, 1e-9) : null;

    /// <summary>Whether the gap that was asked for is reached.</summary>
    public bool IsClosed => IncumbentCny is { } plan && BoundCny is { } bound && plan - bound <= Math.Max(WantedCny, 1e-7 * Math.Max(1, Math.Abs(plan)));

    /// <summary>Says what is being done.</summary>
    public void Enter(string stage)
    {
        lock (gate)
            Record(stage);
    }

    /// <summary>Offers a plan; kept where it is cheaper.</summary>
    /// <param name="stage">Who found it.</param>
    /// <param name="values">Values in the full model, checked.</param>
    /// <param name="objective">Objective in model units.</param>
    public bool Offer(string stage, double[] values, double objective)
    {
        var cny = objective * model.CnyPerUnit;
        lock (gate)
        {
            if (IncumbentCny is { } best && best <= cny)
                return false;

            (BestValues, IncumbentCny) = (values, cny);
            Record(stage);
            return true;
        }
    }

    /// <summary>Raises the bound; a lower one is passed over.</summary>
    public void Raise(string stage, double? bound)
    {
        if (bound is not { } objective || !double.IsFinite(objective))
            return;

        var cny = objective * model.CnyPerUnit;
        lock (gate)
        {
            if (BoundCny is { } best && best >= cny)
                return;

            // An engine's bound may stand above its own plan by its tolerances.
            BoundCny = IncumbentCny is { } plan ? Math.Min(cny, plan) : cny;
            Record(stage);
        }
    }

    private void Record(string stage)
    {
        trace.Add(new TracePoint { Seconds = clock.Elapsed.TotalSeconds, Stage = stage, IncumbentCny = IncumbentCny, BoundCny = BoundCny });
        onProgress?.Invoke(new PlanProgress(stage, IncumbentCny, BoundCny, Gap, clock.Elapsed));
        if (IsClosed)
            closed.Cancel();
    }
}
