using Symbiosis.Planning.Partners.Indexing;

namespace Symbiosis.Planning.Partners.Energy;

/// <summary>
/// Reckons one pair: flow step by step is the least of what one side has, the other can take and the pipe carries, in the steps in which it pays; the size
/// of pipe and stations is the one that gains most among the park's sizes and a few peaks below the largest.
/// </summary>
internal sealed class PairReckoning : IDisposable
{
    private readonly IndexedPark park;
    // A station for the last peak of a year is seldom worth it.
    private static readonly double[] s_lowerPeaks = [0.7, 0.4];

    private readonly LinkPlanner planner;
    private readonly WayFigures figures;
    private readonly PairBill sum;

    public PairReckoning(IndexedPark park)
    {
        this.park = park;
        planner = new LinkPlanner(park);
        figures = new WayFigures(park, planner);
        sum = new PairBill(park, isItemised: false);
    }

    /// <inheritdoc/>
    public void Dispose() => figures.Dispose();

    /// <summary>What a pair could exchange at most, pipes not looked at.</summary>
    public PairOverlap Overlap(CarrierPort give, CarrierPort take)
    {
        var (giveKw, takeKw, giveWorth, takeWorth, stepHours) = (give.Kw, take.Kw, give.WorthCnyPerKwh, take.WorthCnyPerKwh, park.Hours);
        var (kwh, peak, saving) = (0.0, 0.0, 0.0);
        for (var t = 0; t < giveKw.Length; t++)
        {
            var kw = giveKw[t] < takeKw[t] ? giveKw[t] : takeKw[t];
            kwh += kw * stepHours[t];
            peak = kw > peak ? kw : peak;

            // What arrives is the least of both at most; what enters, and saves cooling, may be all that is given.
            var (worth, cost) = (takeWorth[t], giveWorth[t]);
            var each = cost < 0 ? worth + cost : worth;
            saving += stepHours[t] * ((each > 0 ? kw * each : 0) + (cost > 0 ? giveKw[t] * cost : 0));
        }

        return double.IsFinite(kwh) ? new PairOverlap(kwh, peak, saving) : default;
    }

    /// <summary>
    /// The best option; null: nothing could flow at any time, or nothing that is allowed carries it. Where no hour pays, the best of all hours.
    /// </summary>
    public PairOption? Best(CarrierLane lane, CarrierPort give, CarrierPort take, PairWay way) =>
        Rough(lane, give, take, way, Overlap(give, take)) is { } rough ? Refined(rough) : null;

    /// <summary>The option whose pipe and stations carry the largest flow; null as with <see cref="Best"/>.</summary>
    public PairOption? Rough(CarrierLane lane, CarrierPort give, CarrierPort take, PairWay way, in PairOverlap overlap)
    {
        var peak = overlap.PeakKw;
        if (overlap.Kwh <= 0)
            return null;

        var best = new Candidate(0, default, default, double.NegativeInfinity);
        var design = way.IsOneSite || lane.Sizes.Count == 0 ? 0 : WayFigures.Design(lane, peak);
        Try(ref best, lane, give, take, design, figures.Of(lane, way, design), peak);

        // A size too small for its own losses gives way to a larger one.
        while (double.IsNegativeInfinity(best.GainCny) && ++design < lane.Sizes.Count)
            Try(ref best, lane, give, take, design, figures.Of(lane, way, design), peak);
        return double.IsNegativeInfinity(best.GainCny) ? null : new PairOption(lane, give, take, way, best.Design, best.Link, best.Flow, overlap.Kwh, best.GainCny);
    }

    /// <summary>The best of an option, the next smaller size, and stations below the largest flow.</summary>
    public PairOption Refined(PairOption rough)
    {
        var (lane, give, take, way) = (rough.Lane, rough.Give, rough.Take, rough.Way);
        var best = new Candidate(rough.Design, rough.Link, rough.Flow, rough.GainCny);
        if (rough.Design > 0 && !way.IsOneSite)
            Try(ref best, lane, give, take, rough.Design - 1, figures.Of(lane, way, rough.Design - 1), rough.Flow.CapKw);
        var largest = best;
        foreach (var share in s_lowerPeaks)
            Try(ref best, lane, give, take, largest.Design, largest.Link, share * rough.Flow.CapKw);
        return rough with { Design = best.Design, Link = best.Link, Flow = best.Flow, GainCny = best.GainCny };
    }

    /// <summary>An option with all that is told of it.</summary>
    public PairMatch Detail(PairOption option)
    {
        var sent = new double[park.Hours.Length];
        var flow = Flow(option.Give, option.Take, option.Link, option.Flow.CapKw, option.Flow.InAllHours, sent);
        var bill = new PairBill(park);
        var link = planner.Plan(option.Lane, option.Way, option.Design) ?? throw new PlanningFault("A way that could be laid a moment ago cannot.");
        bill.AddLink(option.Lane, link, flow.PeakSentKw, flow.SentKwh);
        AddPorts(bill, option.Lane, option.Give, option.Take, flow);
        return new PairMatch
        {
            Option = option,
            Link = link,
            SentKw = sent,
            Costs = bill.Costs,
            CapitalCny = bill.CapitalCny,
            MaintenanceCny = bill.MaintenanceCny,
            RunningCny = bill.RunningCny,
            AvoidedT = (flow.YearlyKwh * option.Take.Co2KgPerKwh + flow.SentKwh * option.Give.Co2KgPerKwh
                - option.Link.PumpingKwhPerKwh * flow.SentKwh * park.Park.Network.PumpingCo2KgPerKwh) / 1000,
        };
    }

    // Takes the candidate's place where it gains more.
    private void Try(ref Candidate best, CarrierLane lane, CarrierPort give, CarrierPort take, int design, in LinkFigures link, double peak)
    {
        if (!(link.CapacityKw > 0) || !(link.KeptShare > 0))
            return;
        var cap = Math.Min(peak, link.CapacityKw);
        var flow = Flow(give, take, link, cap, false, null);
        if (flow.YearlyKwh <= 0)
            flow = Flow(give, take, link, cap, true, null);
        if (flow.YearlyKwh <= 0)
            return;

        sum.Clear();
        AddPorts(sum, lane, give, take, flow);
        var linkCny = link.YearlyCny + link.YearlyCnyPerKw * flow.PeakSentKw + flow.SentKwh * PassingCnyPerKwh(link);
        var gain = flow.SavingCny - sum.RunningCny - sum.CapitalCny - linkCny;
        if (gain > best.GainCny)
            best = new Candidate(design, link, flow, gain);
    }

    private static void AddPorts(PairBill bill, CarrierLane lane, CarrierPort give, CarrierPort take, PairFlow flow)
    {
        bill.Add("generation_station", lane.Carrier.Id, give.Station, Math.Max(0, flow.PeakSentKw - give.StationKw), lane.Carrier.Provenance);
        bill.Add("use_station", lane.Carrier.Id, take.Station, Math.Max(0, flow.PeakKw - take.StationKw), lane.Carrier.Provenance);
        bill.Add(give.Lift is null ? "equipment" : "heat_pump", give.EquipmentId, give.Equipment, flow.PeakSentKw * give.EquipmentPerKw, []);
        bill.Add("equipment", take.EquipmentId, take.Equipment, flow.PeakKw * take.EquipmentPerKw, []);
        bill.AddRunning(give.Lift is null ? "supply" : "purchase_power", flow.SupplyCny, give.Quality);
    }

    private double PassingCnyPerKwh(in LinkFigures link) => link.PumpingKwhPerKwh * park.Park.Network.PumpingCnyPerKwh + link.FlowCnyPerKwh;

    private PairFlow Flow(CarrierPort give, CarrierPort take, in LinkFigures link, double cap, bool inAllHours, double[]? sent)
    {
        // The innermost loop of every question: plain comparisons instead of Math.Min, whose care for NaN costs as much as all the rest.
        var passing = PassingCnyPerKwh(link);
        var (giveKw, takeKw, giveWorth, takeWorth, stepHours) = (give.Kw, take.Kw, give.WorthCnyPerKwh, take.WorthCnyPerKwh, park.Hours);
        var (kept, lossKw) = (link.KeptShare, link.LossKw);
        var (kwh, sentKwh, largest, largestSent, hours, saving, supply) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var t = 0; t < giveKw.Length; t++)
        {
            var (worth, cost) = (takeWorth[t], giveWorth[t]);
            if (!inAllHours && kept * worth + cost <= passing)
                continue;
            var entering = (takeKw[t] + lossKw) / kept;
            entering = entering > cap ? cap : entering;
            entering = entering > giveKw[t] ? giveKw[t] : entering;
            var arriving = entering * kept - lossKw;
            if (arriving <= 0)
                continue;

            if (sent is not null)
                sent[t] = entering;
            var length = stepHours[t];
            kwh += arriving * length;
            sentKwh += entering * length;
            hours += length;
            largest = arriving > largest ? arriving : largest;
            largestSent = entering > largestSent ? entering : largestSent;
            saving += length * arriving * worth;
            if (cost > 0)
                saving += length * entering * cost;
            else
                supply -= length * entering * cost;
        }

        return new PairFlow(cap, inAllHours, kwh, sentKwh, largest, largestSent, hours, saving, supply);
    }

    private readonly record struct Candidate(int Design, LinkFigures Link, PairFlow Flow, double GainCny);
}
