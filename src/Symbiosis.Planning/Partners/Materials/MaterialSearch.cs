using System.Globalization;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;
using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>Looks through parks for one trade, straight and through one step of treatment, and keeps an entry for each plant.</summary>
internal sealed class MaterialSearch(MaterialTrade trade, PartnerViewer viewer, HaulFinder hauls)
{
    private readonly Dictionary<(IndexedPark Park, int Plant), MaterialEntry> entries = [];

    /// <summary>All plants looked at.</summary>
    public IEnumerable<MaterialEntry> Entries => entries.Values;

    /// <summary>Whether a plant was looked at.</summary>
    public bool Knows(IndexedPark park, int plant) => entries.ContainsKey((park, plant));

    /// <summary>Whether a view is the viewer's and not the asker itself.</summary>
    public bool IsOther(IndexedPark park, IndexedPlant view) => view.IsFor(viewer) && !IsOwn(park, view);

    /// <summary>Takers of an offer in a park.</summary>
    public void AddTakers(ParkMarket market)
    {
        var materialId = trade.Outlet?.MaterialId ?? "";
        var (receivers, treatments) = (market.ReceiversOf(materialId), market.TreatmentsOf(materialId));
        if (receivers.Length == 0 && treatments.Length == 0)
            return;

        var donor = TradeEnds.Donor(trade, market.Park);
        foreach (var receiver in receivers)
        {
            if (receiver.View is { } view && IsOther(market.Park, view))
                Straight(EntryOf(market.Park, view), donor, receiver);
        }

        foreach (var treatment in treatments)
        {
            var view = treatment.Intake.View!;
            if (!view.IsFor(viewer))
                continue;
            if (!IsOwn(market.Park, view))
                Treated(EntryOf(market.Park, view), donor, treatment, null, null);
            if (view.Disclosure == DisclosureLevel.Contact)
                continue;
            foreach (var product in treatment.Products)
            {
                foreach (var receiver in market.ReceiversOf(product.MaterialId))
                {
                    if (receiver.View is { } taker && IsOther(market.Park, taker))
                        Treated(EntryOf(market.Park, taker), donor, treatment, product, receiver);
                }
            }
        }
    }

    /// <summary>Givers for a need in a park.</summary>
    public void AddGivers(ParkMarket market)
    {
        if (trade.Inlet is not { } inlet || (trade.Treatment is not null && market.Park != trade.Place.Home))
            return;

        MaterialReceiver? asking = null;
        foreach (var acceptance in inlet.Accepts)
        {
            var (donors, makers) = (market.DonorsOf(acceptance.MaterialId), trade.Treatment is null ? market.MakersOf(acceptance.MaterialId) : []);
            if (donors.Length == 0 && makers.Length == 0)
                continue;

            asking ??= TradeEnds.Receiver(trade, market.Park);
            foreach (var donor in donors)
            {
                if (donor.View is not { } view || !IsOther(market.Park, view))
                    continue;
                if (trade.Treatment is { } own)
                    AddFed(market, EntryOf(market.Park, view), donor, own);
                else
                    Straight(EntryOf(market.Park, view), donor, asking);
            }

            foreach (var maker in makers)
                AddMade(market, maker, acceptance.MaterialId, asking);
        }
    }

    // The asker treats: what it makes is sold, or goes to whoever takes it, its own inlets too.
    private void AddFed(ParkMarket market, MaterialEntry entry, MaterialDonor donor, MaterialTreatment own)
    {
        Treated(entry, donor, own, null, null);
        foreach (var product in own.Products)
        {
            foreach (var receiver in market.ReceiversOf(product.MaterialId))
            {
                if (receiver.View!.IsFor(viewer) && receiver.View.Index != entry.View.Index)
                    Treated(entry, donor, own, product, receiver);
            }
        }
    }

    private void AddMade(ParkMarket market, MaterialTreatment maker, string materialId, MaterialReceiver asking)
    {
        var view = maker.Intake.View!;
        if (!view.IsFor(viewer) || view.Disclosure == DisclosureLevel.Contact)
            return;

        foreach (var product in maker.Products.Where(product => product.MaterialId == materialId))
        {
            foreach (var fed in maker.Intake.Accepts.SelectMany(terms => market.DonorsOf(terms.MaterialId)))
            {
                if (!fed.View!.IsFor(viewer))
                    continue;
                if (!IsOwn(market.Park, fed.View))
                    Treated(EntryOf(market.Park, fed.View), fed, maker, product, asking);
                if (!IsOwn(market.Park, view) && fed.PlantId != view.Plant.Id && fed.View.Disclosure != DisclosureLevel.Contact)
                    Treated(EntryOf(market.Park, view), fed, maker, product, asking);
            }
        }
    }

    private void Straight(MaterialEntry entry, MaterialDonor donor, MaterialReceiver receiver)
    {
        var hazard = HazardOf(donor, receiver);
        var ways = hauls.Find(donor.Place, receiver.Place, donor.MaterialId, hazard, trade.Side == PartnerSide.Offer);
        if (ways.Hauls.Count == 0)
        {
            RuleOut(entry, ways.Reason, donor.MaterialId, ways.Sentence!);
            return;
        }

        var acceptance = receiver.Accepting(donor.MaterialId)!;
        var match = new MatchCase
        {
            Basis = entry.Park,
            Donor = donor,
            Receiver = receiver,
            Acceptance = acceptance,
            First = ways.Hauls[0],
            TodayPurchase = Blend.Today(receiver),
        };
        var blends = Blend.Options(receiver, acceptance.Displacement, donor.Composition, null);
        if (blends.Count == 0)
            RuleOutByQuality(entry, receiver, donor.Composition, donor.MaterialId);
        else
            Settle(entry, [.. ways.Hauls.SelectMany(haul => blends.Select(blend => match with { First = haul, Blend = blend }))]);
    }

    private void Treated(MaterialEntry entry, MaterialDonor donor, MaterialTreatment treatment, TreatmentProduct? product, MaterialReceiver? receiver)
    {
        var intake = treatment.Intake;
        var firstWays = hauls.Find(donor.Place, intake.Place, donor.MaterialId, HazardOf(donor, intake), trade.Side == PartnerSide.Offer && donor.View is null);
        if (firstWays.Hauls.Count == 0)
        {
            RuleOut(entry, firstWays.Reason, donor.MaterialId, firstWays.Sentence!);
            return;
        }

        if (Blend.Options(intake, 1, donor.Composition, null).Count == 0)
        {
            RuleOutByQuality(entry, intake, donor.Composition, donor.MaterialId);
            return;
        }

        var match = new MatchCase
        {
            Basis = entry.Park,
            Donor = donor,
            Treatment = treatment,
            IntakeAcceptance = intake.Accepting(donor.MaterialId),
            First = firstWays.Hauls[0],
        };
        if (product is null || receiver is null)
        {
            Settle(entry, [.. firstWays.Hauls.Select(haul => match with { First = haul })]);
            return;
        }

        var hazard = HazardOf(product.MaterialId, product.Hazard, receiver);
        var secondWays = hauls.Find(intake.Place, receiver.Place, product.MaterialId, hazard, trade.Side == PartnerSide.Offer);
        var acceptance = receiver.Accepting(product.MaterialId)!;
        var blends = Blend.Options(receiver, acceptance.Displacement, product.Composition, null);
        if (secondWays.Hauls.Count == 0)
        {
            RuleOut(entry, secondWays.Reason, product.MaterialId, secondWays.Sentence!);
        }
        else if (blends.Count == 0)
        {
            RuleOutByQuality(entry, receiver, product.Composition, product.MaterialId);
        }
        else
        {
            var chain = match with { Product = product, Receiver = receiver, Acceptance = acceptance, TodayPurchase = Blend.Today(receiver) };
            Settle(entry, [.. from first in firstWays.Hauls
                              from second in secondWays.Hauls
                              from blend in blends
                              select chain with { First = first, Second = second, Blend = blend }]);
        }
    }

    // Takes the best of several cases of one pair; where none pays, says from which price the closest would.
    private void Settle(MaterialEntry entry, List<MatchCase> cases)
    {
        MaterialMatch? best = null;
        foreach (var match in cases)
        {
            var reckoned = MatchReckoner.Reckon(match);
            if (reckoned.Tonnes > 0 && reckoned.GainCny > (best?.GainCny ?? 0))
                best = reckoned;
        }

        if (best is not null)
        {
            entry.Take(best);
            return;
        }

        BreakEvenPrice? closest = null;
        foreach (var match in cases)
        {
            if (BreakEvenPrice.Of(MatchReckoner.Reckon(match, whateverItCosts: true)) is { } price && (closest is null || price.MissingCny < closest.MissingCny))
                closest = price;
        }

        var first = cases[0];
        var flowId = first.Donor.MaterialId;
        if (closest is null)
            RuleOut(entry, PartnerReason.Timing, flowId, () => NothingFlows(first));
        else
            entry.RuleOut(PartnerReason.Economics, closest.MissingCny, flowId, () => Ruled(entry, PartnerReason.Economics, flowId, closest.Sentence) with { BreakEvenCny = closest.BreakEvenCny, PriceTodayCny = closest.TodayCny });
    }

    private static string NothingFlows(MatchCase match)
    {
        var lot = match.Receiver?.MinLotTPerH ?? match.Treatment?.Intake.MinLotTPerH ?? 0;
        var peak = match.Donor.Flow.Max();
        return lot > 0 && peak < lot
            ? string.Create(CultureInfo.InvariantCulture, $"At most {peak:0.###} t/h are there; the smallest lot is {lot:0.###} t/h.")
            : "There is no hour in which one has enough of it and the other can take it.";
    }

    private MaterialHazard HazardOf(MaterialDonor donor, MaterialReceiver receiver) => HazardOf(donor.MaterialId, donor.Hazard, receiver);

    private MaterialHazard HazardOf(string materialId, MaterialHazard known, MaterialReceiver receiver)
    {
        var hazard = known.And(MaterialHazard.Of(receiver.Place.Home.Materials.GetValueOrDefault(materialId)));
        return trade.Material?.Id == materialId ? hazard.And(MaterialHazard.Of(trade.Material)) : hazard;
    }

    private void RuleOutByQuality(MaterialEntry entry, MaterialReceiver receiver, IReadOnlyList<Content> composition, string materialId) =>
        RuleOut(entry, PartnerReason.Quality, materialId, () => Blend.Spoiled(receiver.Limits, composition) is { } limit
            ? Blend.Sentence(limit, composition)
            : "No bought input keeps the blend within its limits.");

    private void RuleOut(MaterialEntry entry, PartnerReason reason, string flowId, Func<string> sentence) =>
        entry.RuleOut(reason, 0, flowId, () => Ruled(entry, reason, flowId, sentence()));

    private static RuledOutPartner Ruled(MaterialEntry entry, PartnerReason reason, string flowId, string sentence) => new()
    {
        ParkId = entry.Park.Park.Id,
        PlantId = entry.View.Plant.Id,
        Disclosure = entry.View.Disclosure,
        Kind = CouplingKind.Material,
        FlowId = flowId,
        Reason = reason,
        Sentence = sentence,
    };

    private bool IsOwn(IndexedPark park, IndexedPlant view) => park == trade.Place.Home && view.Plant.Id == trade.PlantId;

    private MaterialEntry EntryOf(IndexedPark park, IndexedPlant view)
    {
        if (!entries.TryGetValue((park, view.Index), out var entry))
            entries.Add((park, view.Index), entry = new MaterialEntry(park, view));
        return entry;
    }
}
