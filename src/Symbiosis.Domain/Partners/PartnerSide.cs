namespace Symbiosis.Domain.Partners;

/// <summary>Which end of a coupling asks.</summary>
public enum PartnerSide
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>It gives: receivers are looked for.</summary>
    Offer,

    /// <summary>It takes: donors are looked for.</summary>
    Need,
}
