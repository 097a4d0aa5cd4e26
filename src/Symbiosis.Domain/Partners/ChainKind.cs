namespace Symbiosis.Domain.Partners;

/// <summary>What stands between the two ends of a match.</summary>
public enum ChainKind
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>A heat pump lifts the heat.</summary>
    HeatPump,

    /// <summary>A converter treats the material first.</summary>
    Treatment,

    /// <summary>A second plant takes what the first leaves.</summary>
    SecondTaker,
}
