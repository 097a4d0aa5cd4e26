using System.Collections;
using System.Runtime.InteropServices;

namespace Symbiosis.Milp;

/// <summary>A sum of terms and a constant, built up in place. Not thread-safe.</summary>
/// <remarks>
/// A variable may occur in several terms; <see cref="LinearModelBuilder.AddRow"/> merges them. Terms of different builders
/// are noticed there too, not here, so that filling an expression stays one list append.
/// </remarks>
public sealed class LinearExpression : IEnumerable<LinearTerm>
{
    private readonly List<LinearTerm> terms;

    /// <summary>An empty expression.</summary>
    public LinearExpression() => terms = [];

    /// <summary>An empty expression with room for <paramref name="capacity"/> terms.</summary>
    public LinearExpression(int capacity) => terms = new List<LinearTerm>(capacity);

    /// <summary>The part that depends on no variable.</summary>
    public double Constant { get; private set; }

    /// <summary>Terms as added, duplicates counted each.</summary>
    public int TermCount => terms.Count;

    /// <summary>The terms in the order of adding; valid until the next change.</summary>
    public ReadOnlySpan<LinearTerm> Terms => CollectionsMarshal.AsSpan(terms);

    /// <summary>Adds <paramref name="coefficient"/> times <paramref name="variable"/>.</summary>
    public LinearExpression Add(Variable variable, double coefficient = 1)
    {
        terms.Add(new LinearTerm(variable, coefficient));
        return this;
    }

    /// <summary>Adds <paramref name="scale"/> times another expression, which may be this one.</summary>
    public LinearExpression Add(LinearExpression other, double scale = 1)
    {
        ArgumentNullException.ThrowIfNull(other);

        terms.EnsureCapacity(terms.Count + other.terms.Count);
        for (int i = 0, count = other.terms.Count; i < count; i++)
        {
            var term = other.terms[i];
            terms.Add(term with { Coefficient = term.Coefficient * scale });
        }

        Constant += other.Constant * scale;
        return this;
    }

    /// <summary>Adds a constant.</summary>
    public LinearExpression AddConstant(double value)
    {
        Constant += value;
        return this;
    }

    /// <inheritdoc/>
    public IEnumerator<LinearTerm> GetEnumerator() => terms.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
