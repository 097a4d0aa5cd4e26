namespace Symbiosis.Planning.Formulation;

/// <summary>How a model is built. The optimum is the same whatever is chosen; the work to find it is not.</summary>
internal sealed record FormulationOptions
{
    /// <summary>
    /// Cuts capacities to what can ever pass, leaves out arcs and sizes that no good plan uses, and bounds stations by what donors and receivers can
    /// exchange. Without: the plain model, <c>flow &lt;= sum of size x built</c>, against which the benchmark measures.
    /// </summary>
    /// <value>Default true.</value>
    public bool WithReductions { get; init; } = true;

    /// <summary>
    /// What every unit delivered by a required coupling earns in the objective, and nowhere else, CNY/kWh (CNY/t); the search for a break-even
    /// price sets it.
    /// </summary>
    /// <value>Default null: nothing.</value>
    public CouplingPremium? Premium { get; init; }
}
