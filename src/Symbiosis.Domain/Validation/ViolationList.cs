namespace Symbiosis.Domain.Validation;

/// <summary>
/// Collects violations; keeps the first <see cref="Validated{T}.MaxViolationCount"/> errors and as many warnings, so that a
/// flood of warnings never hides an error. Not thread-safe.
/// </summary>
public sealed class ViolationList
{
    private readonly List<Violation> _errors = [];
    private readonly List<Violation> _warnings = [];

    /// <summary>Whether no further error is kept; a walk may end here.</summary>
    public bool IsFull => _errors.Count >= Validated<object>.MaxViolationCount;

    /// <summary>Errors first, each in the order in which it was found.</summary>
    public IReadOnlyList<Violation> Violations => [.. _errors, .. _warnings];

    /// <summary>Adds a fault that refuses the input.</summary>
    public void Error(string fieldPath, string code, string sentence, string value = "") =>
        Add(new Violation(fieldPath, code, sentence, value));

    /// <summary>Adds something improbable that the reader of the input should look at.</summary>
    public void Warn(string fieldPath, string code, string sentence, string value = "") =>
        Add(new Violation(fieldPath, code, sentence, value, Severity.Warning));

    /// <summary>Adds a violation.</summary>
    public void Add(Violation violation)
    {
        var list = violation.Severity == Severity.Error ? _errors : _warnings;
        if (list.Count < Validated<object>.MaxViolationCount) list.Add(violation);
    }
}
