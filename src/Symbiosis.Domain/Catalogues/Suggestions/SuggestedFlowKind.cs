namespace Symbiosis.Domain.Catalogues.Suggestions;

/// <summary>What a suggested flow is.</summary>
public enum SuggestedFlowKind
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>Heat that becomes free, kW.</summary>
    HotStream = 1,

    /// <summary>Heat that is needed, kW.</summary>
    ColdStream = 2,

    /// <summary>Material that leaves, t/h.</summary>
    ByProduct = 3,

    /// <summary>Material that is taken, t/h.</summary>
    Input = 4,

    /// <summary>Gas that can be burnt, kW of lower heating value.</summary>
    FuelGas = 5,

    /// <summary>Electric power that is needed, kW.</summary>
    Power = 6,

    /// <summary>Fuel that is needed, kW of lower heating value.</summary>
    Fuel = 7,
}
