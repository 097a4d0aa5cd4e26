using System.Diagnostics.CodeAnalysis;

namespace Symbiosis.Domain.Validation;

/// <summary>A value, or all the reasons why there is none. Warnings may stand beside a value.</summary>
/// <typeparam name="T">What was read.</typeparam>
public sealed class Validated<T>
    where T : class
{
    /// <summary>Largest number of violations that are kept.</summary>
    public const int MaxViolationCount = 100;

    private Validated(T? value, IReadOnlyList<Violation> violations)
    {
        Value = value;
        Violations = violations;
    }

    /// <summary>The value; null exactly where a violation is an error.</summary>
    public T? Value { get; }

    /// <summary>All violations, errors first, at most <see cref="MaxViolationCount"/>.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Value is not null;

    /// <summary>Keeps the value only where no violation is an error.</summary>
    public static Validated<T> Create(T? value, IEnumerable<Violation> violations)
    {
        var sorted = violations.OrderBy(violation => violation.Severity).Take(MaxViolationCount).ToList();
        var refused = value is null || sorted.Any(violation => violation.Severity == Severity.Error);
        return new Validated<T>(refused ? null : value, sorted);
    }
}
