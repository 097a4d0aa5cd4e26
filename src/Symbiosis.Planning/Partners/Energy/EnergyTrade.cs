using Symbiosis.Domain.Partners;
using Symbiosis.Planning.Partners.Subjects;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>Heat, gas or power that is offered or needed, with everything filled in.</summary>
/// <param name="Side">Which end asks.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Plant">What is offered or needed, in the form of a plant.</param>
/// <param name="PlantIndex">Plant of the park that asks; null: none that stands there.</param>
internal sealed record EnergyTrade(PartnerSide Side, SubjectPlace Place, PlantEnergy Plant, int? PlantIndex)
{
    /// <summary>Ways of the asker.</summary>
    public IReadOnlyList<CarrierPort>[] OwnPorts => Side == PartnerSide.Offer ? Plant.Gives : Plant.Takes;

    /// <summary>Ways of somebody else that fit.</summary>
    public IReadOnlyList<CarrierPort>[] PortsOf(PlantEnergy other) => Side == PartnerSide.Offer ? other.Takes : other.Gives;
}
