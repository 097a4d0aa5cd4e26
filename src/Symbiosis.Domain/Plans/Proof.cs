namespace Symbiosis.Domain.Plans;

/// <summary>What is proven about a plan.</summary>
public sealed record Proof
{
    /// <summary>No plan can cost less, CNY; absent where nothing was proven.</summary>
    public double? DualBoundCny { get; init; }

    /// <summary>(plan - bound) / gross cost of the baseline (of the plan, where the baseline cannot run).</summary>
    public double? Gap { get; init; }

    /// <summary>(plan - bound) / (baseline - bound): the share of the possible saving still open.</summary>
    public double? OpenSavingShare { get; init; }

    /// <summary>plan - bound, CNY: what any other plan could still gain at most.</summary>
    public double? OpenCny { get; init; }

    /// <summary>The engine's own relative gap.</summary>
    public double? EngineGap { get; init; }

    /// <summary>Engine.</summary>
    public string Engine { get; init; } = "";

    /// <summary>Wall time, s.</summary>
    public double Seconds { get; init; }

    /// <summary>Time spent in building models and reading answers, s.</summary>
    public double OverheadSeconds { get; init; }

    /// <summary>Rows of the full model.</summary>
    public int RowCount { get; init; }

    /// <summary>Columns of the full model.</summary>
    public int ColumnCount { get; init; }

    /// <summary>Nonzeros of the full model.</summary>
    public long NonzeroCount { get; init; }

    /// <summary>Integer columns of the full model.</summary>
    public int IntegerCount { get; init; }

    /// <summary>Plan and bound over time.</summary>
    public IReadOnlyList<TracePoint> Trace { get; init; } = [];

    /// <summary>
    /// What the proof covers, in a sentence ("a proof on 3 typical days is a proof for that sampled year").
    /// </summary>
    public string Scope { get; init; } = "";
}
