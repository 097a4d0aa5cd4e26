namespace Symbiosis.Domain.Partners;

/// <summary>A duty of safety or law that comes with a match.</summary>
public sealed record PartnerFlag
{
    /// <summary>Code: HAZARDOUS_WASTE, RADIOACTIVE, CORROSIVE, FLAMMABLE, HYDROGEN.</summary>
    public required string Code { get; init; }

    /// <summary>What has to be done before anything moves.</summary>
    public required string Sentence { get; init; }
}
