using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;
using Symbiosis.Planning.Partners.Energy;
using Symbiosis.Planning.Partners.Indexing;
using Symbiosis.Planning.Partners.Materials;
using Symbiosis.Planning.Partners.Privacy;

namespace Symbiosis.Planning.Partners.Subjects;

/// <summary>Turns a question into trades, filling what it leaves out; all its faults are noted together.</summary>
internal sealed class TradeReader(PartnerIndex index, PartnerViewer viewer)
{
    private const int DayHours = 24;
    private readonly QuestionFaults faults = new();
    private readonly FilledValues filled = new();

    /// <summary>What is wrong; empty where trades were read.</summary>
    public IReadOnlyList<Violation> Faults => faults.Violations;

    /// <summary>The trades; null: see <see cref="Faults"/>.</summary>
    public Trades? Read(PartnerQuestion question)
    {
        faults.Range("limit", question.Limit, 1, 100);
        faults.Range("ruled_out_limit", question.RuledOutLimit, 0, 500);
        var count = new object?[] { question.Element, question.Heat, question.Material, question.Power }.Count(subject => subject is not null);
        if (count != 1)
        {
            faults.Add("element", count == 0 ? ViolationCodes.Required : ViolationCodes.OneofConflict, "Ask about exactly one of element, heat, material and power.");
            return null;
        }

        var trades = question.Element is { } element ? OfElement(question, element) : OfNumbers(question);
        return faults.IsEmpty ? trades : null;
    }

    private Trades? OfNumbers(PartnerQuestion question)
    {
        if (question.Side == PartnerSide.Unspecified)
            faults.Add("side", ViolationCodes.Required, "Say whether it is an offer or a need.");
        var place = new PlaceReader(index.Parks, index.Typical, faults).Read(question.Place);
        if (question.Heat is { } heat)
            Check(heat, question.Side);
        if (question.Power is { } power)
            Check("power", "power_kw", power.PowerKw, power.HoursPerYear, power.DayProfile);
        if (question.Material is { } material)
            Check(material);
        if (place is null || !faults.IsEmpty)
            return null;

        var energy = new EnergyTradeReader(BookOf(place.Home), index.Typical);
        if (question.Heat is { } asked)
            return new Trades(question.Side, place.Home, energy.OfHeat(question.Side, asked, place, filled), [], filled.Values);
        if (question.Power is { } drawn)
            return new Trades(question.Side, place.Home, energy.OfPower(question.Side, drawn, place, filled), [], filled.Values);
        var trade = new MaterialTradeReader(index.Parks, index.Typical).OfSubject(question.Material!, question.Side, place);
        return new Trades(question.Side, place.Home, null, [trade], filled.Values);
    }

    private Trades? OfElement(PartnerQuestion question, ElementSubject element)
    {
        if (index.Parks.FirstOrDefault(candidate => candidate.Park.Id == element.ParkId) is not { } park)
        {
            faults.Unknown("element.park_id", "park", element.ParkId, index.Parks.Select(candidate => candidate.Park.Id));
            return null;
        }

        if (park.Park.Plants.FirstOrDefault(plant => plant.Id == element.PlantId) is not { } asked)
        {
            faults.Unknown("element.plant_id", "plant", element.PlantId, park.Park.Plants.Select(plant => plant.Id));
            return null;
        }

        if (SpeakingRight.Refusal(asked, viewer, "request.element.plant_id") is { } refusal)
        {
            faults.Add(refusal);
            return null;
        }

        return OfView(question, element, park, park.Views.First(view => view.Plant == asked && view.Disclosure == DisclosureLevel.Full));
    }

    private Trades? OfView(PartnerQuestion question, ElementSubject element, IndexedPark park, IndexedPlant view)
    {
        var energy = new EnergyTradeReader(BookOf(park), index.Typical);
        var materials = new MaterialTradeReader(index.Parks, index.Typical);
        if (element.ElementId is not { } elementId)
        {
            if (question.Side == PartnerSide.Unspecified)
                faults.Add("side", ViolationCodes.Required, "A whole plant both offers and needs: say which is meant, or name one of its elements.");
            else
                return new Trades(question.Side, park, energy.OfPlant(question.Side, view, null), materials.OfPlant(park, view, question.Side), []);
            return null;
        }

        if (materials.OfElement(park, view, elementId) is { } trade)
            return Agree(question, trade.Side) ? new Trades(trade.Side, park, null, [trade], []) : null;

        var isKnown = ElementsOf(view.Plant).Contains(elementId);
        var side = energy.SideOf(view, elementId) ?? (isKnown ? question.Side : PartnerSide.Unspecified);
        if (!isKnown)
            faults.Unknown("element.element_id", $"element of plant {view.Plant.Id}", elementId, ElementsOf(view.Plant));
        else if (side == PartnerSide.Unspecified)
            faults.Add("side", ViolationCodes.Required, "This element gives and takes, or neither today: say which is meant.", elementId);
        else if (Agree(question, side))
            return new Trades(side, park, energy.OfPlant(side, view, elementId), [], []);
        return null;
    }

    private bool Agree(PartnerQuestion question, PartnerSide side)
    {
        if (question.Side == PartnerSide.Unspecified || question.Side == side)
            return true;
        faults.Add("side", QuestionFaults.Ambiguous, $"The element is {(side == PartnerSide.Offer ? "an offer" : "a need")}; leave side out.", question.Side.ToString());
        return false;
    }

    private static IReadOnlyList<string> ElementsOf(Plant plant) =>
    [
        .. plant.Streams.Select(stream => stream.Id), .. plant.Outlets.Select(outlet => outlet.Id), .. plant.Inlets.Select(inlet => inlet.Id),
        .. plant.Converters.Select(converter => converter.Id), .. plant.Converters.SelectMany(converter => converter.Ports.Select(port => $"{converter.Id}/{port.Id}")),
        .. plant.Demands.Select(demand => demand.Id), .. plant.Supplies.Select(supply => supply.Id), .. plant.Generators.Select(generator => generator.Id),
    ];

    private void Check(HeatSubject heat, PartnerSide side)
    {
        faults.Range("heat.supply_celsius", heat.SupplyCelsius, -270, 3000);
        faults.Range("heat.return_celsius", heat.ReturnCelsius, -270, 3000);
        faults.Range("heat.approach_k", heat.ApproachK, 0, 300);
        faults.Range("heat.price_cny_per_kwh", heat.PriceCnyPerKwh, -1000, 1000);
        Check("heat", "heat_kw", heat.HeatKw, heat.HoursPerYear, heat.DayProfile);
        if (heat.ReturnCelsius > heat.SupplyCelsius && side != PartnerSide.Unspecified)
        {
            faults.Add("heat.return_celsius", ViolationCodes.TemperatureOrder, side == PartnerSide.Offer
                ? "Heat that is offered cools from supply_celsius to return_celsius: the return cannot be hotter."
                : "Heat that is needed warms from return_celsius to supply_celsius: the return cannot be hotter.");
        }
    }

    private void Check(MaterialSubject material)
    {
        Check("material", "flow_t_per_h", material.FlowTPerH, material.HoursPerYear, material.DayProfile);
        faults.Range("material.disposal_cny_per_t", material.DisposalCnyPerT, -1e9, 1e9);
        faults.Range("material.price_cny_per_t", material.PriceCnyPerT, -1e9, 1e9);
        for (var i = 0; i < material.Composition.Count; i++)
            faults.Range($"material.composition[{i}].fraction", material.Composition[i].Fraction, 0, 1);
        var known = index.Parks.SelectMany(park => park.Materials.Keys).Distinct(StringComparer.Ordinal).ToList();
        if (!known.Contains(material.MaterialId, StringComparer.Ordinal))
            faults.Unknown("material.material_id", "material in these parks", material.MaterialId, known);
    }

    private void Check(string subject, string sizeField, double size, double? hours, IReadOnlyList<double> dayProfile)
    {
        faults.Range($"{subject}.{sizeField}", size, 1e-9, 1e8);
        faults.Range($"{subject}.hours_per_year", hours, 1e-3, 8760);
        if (dayProfile.Count is not 0 and not DayHours)
            faults.Add($"{subject}.day_profile", ViolationCodes.ProfileLength, "Give 24 factors, one an hour, or none.", dayProfile.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        for (var i = 0; i < dayProfile.Count; i++)
            faults.Range($"{subject}.day_profile[{i}]", dayProfile[i], 0, 1000);
    }

    private EnergyBook BookOf(IndexedPark park) => index.Energy.First(book => book.Park == park);
}
