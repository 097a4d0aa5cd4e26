namespace Symbiosis.Domain.Plans;

/// <summary>How much more a unit of a flow would have to be worth before a plan couples its pair. Units are CNY/kWh, CNY/t for by-products.</summary>
public sealed record BreakEven
{
    /// <summary>Amount in the horizon at which least is missing per unit, kWh (t for by-products).</summary>
    public double Amount { get; init; }

    /// <summary>
    /// Missing worth: the least of (cost of a plan that couples the pair - cost of the best plan) / amount over all plans that couple it with at
    /// least <see cref="LeastAmount"/>.
    /// </summary>
    public double MissingCny { get; init; }

    /// <summary>Least it can be, by the bounds that were proven; not below 0.</summary>
    public double MissingLowCny { get; init; }

    /// <summary>Most it can be, by the bounds that were proven.</summary>
    public double MissingHighCny { get; init; }

    /// <summary>Smallest amount that was looked at, kWh (t).</summary>
    public double LeastAmount { get; init; }

    /// <summary>What a unit saves the receiver today: its heat or power on average, or the cheapest purchase displaced; absent where it displaces nothing bought.</summary>
    public double? WorthTodayCny { get; init; }

    /// <summary>Break-even price: worth today and what is missing; absent where worth today is.</summary>
    public double? BreakEvenCny => WorthTodayCny + MissingCny;
}
