using Symbiosis.Domain.Plans;

namespace Symbiosis.Planning.Auditing;

/// <summary>A check while it is made: counts balances, keeps the largest deviation and the first failures. Not thread-safe.</summary>
/// <param name="name">Name in the audit.</param>
/// <param name="tolerance">Largest deviation that passes, relative to the size of a balance.</param>
internal sealed class CheckRecord(string name, double tolerance = CheckRecord.DefaultTolerance)
{
    /// <summary>Ten times what engines are asked for, so that only real faults show.</summary>
    public const double DefaultTolerance = 1e-5;

    private const int MostFailures = 10;

    private readonly List<string> _failures = [];
    private int _count;
    private double _maxDeviation;

    /// <summary>Two amounts must agree.</summary>
    /// <param name="actual">What the plan says.</param>
    /// <param name="expected">What the park asks for.</param>
    /// <param name="size">Size of the balance, above 0.</param>
    /// <param name="sentence">What failed, for people.</param>
    public void Equal(double actual, double expected, double size, Func<string> sentence) =>
        Note(actual == expected ? 0 : Math.Abs(actual - expected) / size, sentence);

    /// <summary>An amount must not exceed a limit; an infinite limit holds always.</summary>
    /// <param name="actual">What the plan says.</param>
    /// <param name="limit">Largest amount, inclusive.</param>
    /// <param name="size">Size of the balance, above 0.</param>
    /// <param name="sentence">What failed, for people.</param>
    public void AtMost(double actual, double limit, double size, Func<string> sentence) =>
        Note(actual <= limit ? 0 : (actual - limit) / size, sentence);

    /// <summary>A fact must hold.</summary>
    public void Require(bool holds, Func<string> sentence) => Note(holds ? 0 : 1, sentence);

    /// <summary>The finished check.</summary>
    public AuditCheck Result() =>
        new() { Name = name, Count = _count, MaxDeviation = _maxDeviation, Tolerance = tolerance, Failures = _failures };

    private void Note(double deviation, Func<string> sentence)
    {
        _count++;

        // Not a number is no agreement: it counts as a deviation of the whole.
        var size = double.IsFinite(deviation) ? deviation : 1;
        _maxDeviation = Math.Max(_maxDeviation, size);
        if (size > tolerance && _failures.Count < MostFailures)
            _failures.Add(sentence());
    }
}
