namespace Symbiosis.Milp;

/// <summary>What an engine can do: facts it declares, asked instead of its name.</summary>
[Flags]
public enum EngineCapabilities
{
    /// <summary>Solves, and nothing more.</summary>
    None = 0,

    /// <summary>Reports solutions and bounds while solving.</summary>
    Incumbents = 1,

    /// <summary>Takes <see cref="SolveOptions.WarmStart"/>; others ignore it.</summary>
    WarmStart = 2,

    /// <summary>Finds irreducible infeasible subsets.</summary>
    Iis = 4,

    /// <summary>Applies a <see cref="ModelChange"/> to the loaded model; others send the model anew.</summary>
    InPlaceChanges = 8,

    /// <summary>Returns row duals and reduced costs of LPs.</summary>
    Duals = 16,
}
