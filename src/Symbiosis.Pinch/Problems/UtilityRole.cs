namespace Symbiosis.Pinch.Problems;

/// <summary>What a utility level can do.</summary>
public enum UtilityRole
{
    /// <summary>Gives heat: boiler, furnace, bought steam.</summary>
    Hot,

    /// <summary>Takes heat away: cooling water, air, refrigeration.</summary>
    Cold,

    /// <summary>Gives heat, and can be generated from heat: a steam header, a hot water loop.</summary>
    Both,

    /// <summary>Can only be generated: a header that a plant may feed but not use.</summary>
    Generated,
}
