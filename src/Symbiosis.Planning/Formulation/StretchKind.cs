namespace Symbiosis.Planning.Formulation;

/// <summary>What an infeasible park lacks.</summary>
internal enum StretchKind
{
    /// <summary>Heat for a cold stream.</summary>
    Heat,

    /// <summary>Cooling for a hot stream that must be cooled.</summary>
    Cooling,

    /// <summary>A carrier for a demand.</summary>
    Carrier,

    /// <summary>A way out for a carrier that must be taken.</summary>
    Surplus,

    /// <summary>A material at an inlet.</summary>
    Material,

    /// <summary>A way out for a by-product.</summary>
    Disposal,

    /// <summary>Room under a limit over the horizon.</summary>
    Limit,

    /// <summary>Part of a required coupling.</summary>
    Coupling,
}
