namespace Symbiosis.Domain.Plans;

/// <summary>What a coupling moves.</summary>
public enum CouplingKind
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>Heat by a carrier.</summary>
    Heat = 1,

    /// <summary>A by-product.</summary>
    Material = 2,

    /// <summary>Electric power.</summary>
    Power = 3,

    /// <summary>A gas.</summary>
    Gas = 4,
}
