namespace Symbiosis.Domain.Parks;

/// <summary>A plant's branch.</summary>
public enum Sector
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>Copper.</summary>
    Copper = 1,

    /// <summary>Tungsten.</summary>
    Tungsten = 2,

    /// <summary>Rare earths.</summary>
    RareEarth = 3,

    /// <summary>Aluminium.</summary>
    Aluminium = 4,

    /// <summary>Other non-ferrous metals.</summary>
    Nonferrous = 5,

    /// <summary>Iron and steel.</summary>
    Steel = 6,

    /// <summary>Chemicals.</summary>
    Chemicals = 7,

    /// <summary>Cement, lime, bricks, ceramics, glass, gypsum.</summary>
    BuildingMaterials = 8,

    /// <summary>Power and heat.</summary>
    Power = 9,

    /// <summary>Recycling.</summary>
    Recycling = 10,

    /// <summary>Buildings, district heat and cooling.</summary>
    Buildings = 11,

    /// <summary>Food, timber, textile, agriculture.</summary>
    LightIndustry = 12,

    /// <summary>Anything else.</summary>
    Other = 13,
}
