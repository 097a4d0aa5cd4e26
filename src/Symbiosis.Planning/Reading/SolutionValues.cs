using Symbiosis.Milp;

namespace Symbiosis.Planning.Reading;

/// <summary>A solution's values behind expressions.</summary>
internal sealed class SolutionValues(double[] values)
{
    /// <summary>Value of a variable.</summary>
    public double Of(Variable variable) => values[variable.Index];

    /// <summary>Value of an expression.</summary>
    public double Of(LinearExpression expression)
    {
        var sum = expression.Constant;
        foreach (ref readonly var term in expression.Terms)
            sum += term.Coefficient * values[term.Variable.Index];
        return sum;
    }
}
