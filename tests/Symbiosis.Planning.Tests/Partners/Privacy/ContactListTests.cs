using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Privacy;
using static Symbiosis.TestKit.Builders;

namespace Symbiosis.Planning.Tests.Partners.Privacy;

public sealed class ContactListTests
{
    private static readonly PartnerQuestion s_heat = new() { Side = PartnerSide.Offer, Heat = new HeatSubject { SupplyCelsius = 180, HeatKw = 400 }, Place = new Place { NodeId = "mill" } };

    [Fact]
    public void Of_HeatOffer_NamesHiddenPlantsThatNeedHeatAndNothingMore()
    {
        var contacts = ContactList.Of([Indexed(ParkWithHidden())], s_heat, PartnerViewer.Stranger);

        var contact = Assert.Single(contacts);
        Assert.Equal(new Partner { ParkId = "park", PlantId = "mill", Disclosure = DisclosureLevel.Contact, Kind = CouplingKind.Heat }, contact with { ElementIds = new Partner { ParkId = "", PlantId = "" }.ElementIds });
        Assert.Empty(contact.ElementIds);
    }

    [Theory]
    [InlineData(0.001, 1)]
    [InlineData(1e6, 3000)]
    public void Of_AnyFigures_GivesTheSame(double heatKw, double celsius)
    {
        var park = Indexed(ParkWithHidden());
        var other = s_heat with { Heat = new HeatSubject { SupplyCelsius = celsius, HeatKw = heatKw } };

        Assert.Equal(ContactList.Of([park], s_heat, PartnerViewer.Stranger).Select(Key), ContactList.Of([park], other, PartnerViewer.Stranger).Select(Key));
    }

    [Fact]
    public void Of_ForItsOwnerAndForThePlanner_IsEmpty()
    {
        var park = Indexed(ParkWithHidden());

        Assert.Empty(ContactList.Of([park], s_heat, new PartnerViewer(false, "miller")));
        Assert.Empty(ContactList.Of([park], s_heat, PartnerViewer.Planner));
        Assert.NotEmpty(ContactList.Of([park], s_heat, new PartnerViewer(false, "other")));
        Assert.NotEmpty(ContactList.Of([park], s_heat, new PartnerViewer(false, "")));
    }

    [Theory]
    [InlineData("slag", true)]
    [InlineData("ash", false)]
    public void Of_Material_AsksForTheSameMaterial(string materialId, bool isListed)
    {
        var question = new PartnerQuestion { Side = PartnerSide.Offer, Material = new MaterialSubject { MaterialId = materialId, FlowTPerH = 1 } };

        Assert.Equal(isListed, ContactList.Of([Indexed(ParkWithHidden())], question, PartnerViewer.Stranger).Count == 1);
    }

    [Fact]
    public void Of_WholePlant_NeverNamesTheAsker()
    {
        var question = new PartnerQuestion { Element = new ElementSubject { ParkId = "park", PlantId = "kiln" } };

        var contacts = ContactList.Of([Indexed(ParkWithHidden())], question, PartnerViewer.Stranger);

        Assert.Equal(["mill"], contacts.Select(contact => contact.PlantId).Distinct());
    }

    [Fact]
    public void Views_OfAHiddenPlant_AreMatchedForItsOwnerOnly()
    {
        var views = Indexed(ParkWithHidden()).Views.Where(view => view.Plant.Id == "mill").ToList();

        Assert.DoesNotContain(views, view => view.IsFor(PartnerViewer.Stranger));
        Assert.Equal(DisclosureLevel.Full, Assert.Single(views, view => view.IsFor(new PartnerViewer(false, "miller"))).Disclosure);
    }

    private static (string, string, CouplingKind) Key(Partner partner) => (partner.ParkId, partner.PlantId, partner.Kind);

    private static IndexedPark Indexed(Park park) => new(park);

    private static Park ParkWithHidden() => APark().WithMaterial("slag").WithMaterial("ash")
        .WithPlant("kiln", plant => plant.WithHotStream().WithOutlet("slag"))
        .WithPlant("mill", plant => plant.WithColdStream().WithInlet("slag").With(built => built with { Visibility = Visibility.Hidden, Owner = "miller" }))
        .Build();
}
