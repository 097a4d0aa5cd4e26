namespace Symbiosis.Planning;

/// <summary>Something that can only be wrong inside the optimiser: a plan that fails its audit, an engine that denies a known plan.</summary>
public sealed class PlanningFault : Exception
{
    /// <summary>A fault of which nothing is known.</summary>
    public PlanningFault()
    {
    }

    /// <summary>A fault with its cause.</summary>
    public PlanningFault(string message)
        : base(message)
    {
    }

    /// <summary>A fault with its cause and the exception behind it.</summary>
    public PlanningFault(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
