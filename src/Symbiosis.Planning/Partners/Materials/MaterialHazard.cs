using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>
/// Everything that law or safety says of a material, from all who know it. Where the question and a park disagree both classes hold, so
/// the stricter one does. Classes that ask for nothing are left out.
/// </summary>
internal readonly record struct MaterialHazard
{
    // Share of hydrogen above which a gas is handled as hydrogen; an engineering estimate, industrial hydrogen-rich gases start about there.
    private const double HydrogenFraction = 0.5;

    private readonly int classes;

    private MaterialHazard(int classes, bool isHydrogen) => (this.classes, IsHydrogen) = (classes, isHydrogen);

    /// <summary>Whether it is hydrogen, which is flammable whatever class it was given.</summary>
    public bool IsHydrogen { get; }

    /// <summary>Classes that ask for a licence.</summary>
    public IEnumerable<HazardClass> Classes
    {
        get
        {
            var own = classes;
            return Enum.GetValues<HazardClass>().Where(candidate => (own & Bit(candidate)) != 0);
        }
    }

    /// <summary>What one entry says.</summary>
    public static MaterialHazard Of(Material? material)
    {
        if (material is null)
            return default;

        var isHydrogen = material.Id.Contains("hydrogen", StringComparison.Ordinal) || material.Composition.Any(part => part is { Component: "H2", Fraction: >= HydrogenFraction });
        return new MaterialHazard(Bit(material.Hazard) | (isHydrogen ? Bit(HazardClass.Flammable) : 0), isHydrogen);
    }

    /// <summary>Both together.</summary>
    public MaterialHazard And(MaterialHazard other) => new(classes | other.classes, IsHydrogen || other.IsHydrogen);

    /// <summary>Whether a mode may carry the material: it must be licensed for every class, also where it names the material.</summary>
    public bool AllowsMode(TransportMode mode, string materialId)
    {
        if (mode.MaterialIds.Count > 0 && !mode.MaterialIds.Contains(materialId))
            return false;

        var licensed = 0;
        foreach (var hazard in mode.LicensedHazards)
            licensed |= Bit(hazard);
        return (classes & ~licensed) == 0;
    }

    /// <summary>Whether any lorry may carry it.</summary>
    public bool IsHarmless => classes == 0;

    /// <summary>Duties that come with moving it.</summary>
    public IEnumerable<PartnerFlag> Flags()
    {
        foreach (var hazard in Classes)
        {
            if (Duty(hazard) is { } duty)
                yield return duty;
        }

        if (IsHydrogen)
            yield return new PartnerFlag { Code = "HYDROGEN", Sentence = "Hydrogen: safety distances, leak detection and a permit for pipe or tube trailer come before anything moves." };
    }

    private static PartnerFlag? Duty(HazardClass hazard) => hazard switch
    {
        HazardClass.HazardousWaste => new PartnerFlag
        {
            Code = "HAZARDOUS_WASTE",
            Sentence = "Hazardous waste: the taker needs a licence for this waste code and every transfer a manifest (catalogue rule hazardous_transfer, where the licence is general knowledge); have the authority confirm both.",
        },
        HazardClass.Radioactive => new PartnerFlag
        {
            Code = "RADIOACTIVE",
            Sentence = "Contains natural radionuclides: measure the activity and have the authority clear the use before anything moves; no activity limit was applied here (catalogue rule radionuclide_building_main: its numbers are from memory).",
        },
        HazardClass.Corrosive => new PartnerFlag { Code = "CORROSIVE", Sentence = "Corrosive: licensed tanker or lined pipe, with containment at both ends." },
        HazardClass.Flammable => new PartnerFlag { Code = "FLAMMABLE", Sentence = "Flammable: explosion protection and safety distances at both ends have to be cleared first." },
        _ => null,
    };

    private static int Bit(HazardClass hazard) => hazard is HazardClass.Unspecified or HazardClass.None or HazardClass.GeneralWaste ? 0 : 1 << (int)hazard;
}
