namespace Symbiosis.Domain.Partners;

/// <summary>Why a plant is ruled out; see <see cref="RuledOutPartner"/>.</summary>
public enum PartnerReason
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>Too cold for what is needed, or too hot to be raised.</summary>
    Temperature,

    /// <summary>The shortest way is longer than the carrier or mode goes.</summary>
    Distance,

    /// <summary>No chain of corridors allows it.</summary>
    NoRoute,

    /// <summary>A component is outside the limits, and blending does not mend it.</summary>
    Quality,

    /// <summary>Safety or law: no mode is licensed, or the class may not be passed on.</summary>
    Hazard,

    /// <summary>There is no hour in which one has it and the other can take it.</summary>
    Timing,

    /// <summary>It can be done and does not pay; a break-even price is given.</summary>
    Economics,

    /// <summary>No inlet takes the material, or the plant is barred from the carrier.</summary>
    NotAccepted,
}
