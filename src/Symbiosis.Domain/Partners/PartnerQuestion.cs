namespace Symbiosis.Domain.Partners;

/// <summary>An offer or a need whose partners are looked for. Exactly one subject is given.</summary>
public sealed record PartnerQuestion
{
    /// <summary>Which end asks; for an element it follows from the element, and a plant with both needs it.</summary>
    public PartnerSide Side { get; init; }

    /// <summary>An element of a park.</summary>
    public ElementSubject? Element { get; init; }

    /// <summary>Heat.</summary>
    public HeatSubject? Heat { get; init; }

    /// <summary>A material.</summary>
    public MaterialSubject? Material { get; init; }

    /// <summary>Power.</summary>
    public PowerSubject? Power { get; init; }

    /// <summary>Where it stands; needed for all but an element.</summary>
    public Place? Place { get; init; }

    /// <summary>Most partners given, 1 to 100.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Most ruled-out plants given, 0 to 500.</summary>
    public int RuledOutLimit { get; init; } = 20;
}
