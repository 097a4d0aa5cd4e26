namespace Symbiosis.Domain.Parks;

/// <summary>What must be respected when a material moves.</summary>
public enum HazardClass
{
    /// <summary>Not said: treated as none.</summary>
    Unspecified = 0,

    /// <summary>No hazard.</summary>
    None = 1,

    /// <summary>General industrial solid waste.</summary>
    GeneralWaste = 2,

    /// <summary>Hazardous waste: moves only by modes that are licensed for it.</summary>
    HazardousWaste = 3,

    /// <summary>Corrosive (acids, lyes).</summary>
    Corrosive = 4,

    /// <summary>Contains natural radionuclides: moves only by modes that are licensed for it.</summary>
    Radioactive = 5,

    /// <summary>Flammable or explosive gas.</summary>
    Flammable = 6,
}
