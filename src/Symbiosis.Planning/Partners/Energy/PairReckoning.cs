using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>
/// Reckons one pair: flow step by step is the least of what one side has, the other can take and the pipe carries, in the steps in which it pays; the size
/// of pipe and stations is the one that gains most among the park's sizes and a few peaks below the largest.
/// </summary>
internal sealed class PairReckoning(IndexedPark park)
{
    // A station for the last peak of a year is seldom worth it.
    private static readonly double[] s_peakShares = [1, 0.7, 0.4];

    private readonly LinkPlanner planner = new(park);

    /// <summary>
    /// The best match; null: nothing could flow at any time, or nothing that is allowed carries it. Where no hour pays, the match of all hours.
    /// </summary>
    public PairMatch? Best(CarrierLane lane, CarrierPort give, CarrierPort take, PairWay way)
    {
        var (overlap, peak) = Overlap(give, take);
        if (overlap <= 0)
            return null;

        var plans = planner.Plans(lane, way);
        return Best(lane, give, take, way, plans, peak, overlap, inAllHours: false) ?? Best(lane, give, take, way, plans, peak, overlap, inAllHours: true);
    }

    private PairMatch? Best(CarrierLane lane, CarrierPort give, CarrierPort take, PairWay way, IReadOnlyList<LinkPlan> plans, double peak, double overlap, bool inAllHours)
    {
        PairMatch? best = null;
        foreach (var plan in plans)
        {
            foreach (var share in s_peakShares)
            {
                if (Reckon(lane, give, take, way, plan, share * peak, overlap, inAllHours) is { } match && match.GainCny > (best?.GainCny ?? double.NegativeInfinity))
                    best = match;
            }
        }

        return best;
    }

    /// <summary>What both sides could exchange in a year, kWh, and its largest flow, kW.</summary>
    public (double Kwh, double PeakKw) Overlap(CarrierPort give, CarrierPort take)
    {
        var (kwh, peak) = (0.0, 0.0);
        for (var t = 0; t < give.Kw.Length; t++)
        {
            var kw = Math.Min(give.Kw[t], take.Kw[t]);
            kwh += kw * park.Hours[t];
            peak = Math.Max(peak, kw);
        }

        return double.IsFinite(kwh) ? (kwh, peak) : (0, 0);
    }

    private PairMatch? Reckon(CarrierLane lane, CarrierPort give, CarrierPort take, PairWay way, LinkPlan link, double peak, double overlap, bool inAllHours)
    {
        var cap = Math.Min(peak, link.CapacityKw);
        var (lossKw, kept) = (link.LossKw, link.KeptShare);
        if (kept <= 0)
            return null;

        var pumping = link.PumpingKwhPerKwh * park.Park.Network.PumpingCnyPerKwh + link.FlowCnyPerKwh;
        var sent = new double[give.Kw.Length];
        var (kwh, largest, largestSent, hours, sentKwh, saving, running) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var t = 0; t < sent.Length; t++)
        {
            if (!inAllHours && kept * take.WorthCnyPerKwh[t] + give.WorthCnyPerKwh[t] <= pumping)
                continue;
            var entering = Math.Min(give.Kw[t], Math.Min(cap, (take.Kw[t] + lossKw) / kept));
            var arriving = entering * kept - lossKw;
            if (arriving <= 0)
                continue;

            sent[t] = entering;
            kwh += arriving * park.Hours[t];
            sentKwh += entering * park.Hours[t];
            hours += park.Hours[t];
            largest = Math.Max(largest, arriving);
            largestSent = Math.Max(largestSent, entering);
            saving += park.Hours[t] * (arriving * take.WorthCnyPerKwh[t] + entering * Math.Max(0, give.WorthCnyPerKwh[t]));
            running -= park.Hours[t] * entering * Math.Min(0, give.WorthCnyPerKwh[t]);
        }

        if (kwh <= 0)
            return null;

        var bill = new PairBill(park);
        bill.AddLink(link, largestSent, sentKwh);
        bill.Add("generation_station", lane.Carrier.Id, give.Station, Math.Max(0, largestSent - give.StationKw), lane.Carrier.Provenance);
        bill.Add("use_station", lane.Carrier.Id, take.Station, Math.Max(0, largest - take.StationKw), lane.Carrier.Provenance);
        bill.Add(give.Lift is null ? "equipment" : "heat_pump", give.EquipmentId, give.Equipment, largestSent * give.EquipmentPerKw, []);
        bill.Add("equipment", take.EquipmentId, take.Equipment, largest * take.EquipmentPerKw, []);
        bill.AddRunning(give.Lift is null ? "supply" : "purchase_power", running, give.Quality);
        return new PairMatch
        {
            Lane = lane,
            Give = give,
            Take = take,
            Way = way,
            SentKw = sent,
            PeakKw = largest,
            YearlyKwh = kwh,
            OverlapKwh = overlap,
            FlowHours = hours,
            Link = link,
            Costs = bill.Costs,
            SavingCny = saving,
            CapitalCny = bill.CapitalCny,
            MaintenanceCny = bill.MaintenanceCny,
            RunningCny = bill.RunningCny,
            AvoidedT = (kwh * take.Co2KgPerKwh + sentKwh * give.Co2KgPerKwh - bill.PumpingKwh * park.Park.Network.PumpingCo2KgPerKwh) / 1000,
        };
    }
}
