using Symbiosis.Domain.Partners;

namespace Symbiosis.Planning.Partners.Materials;

/// <summary>
/// Amounts and money of a case, period by period, as the optimiser's rows have them: flow = min(what is offered, need / displacement, largest
/// share, blend, capacity of treatment and link), nothing below the smallest lot, and nothing in periods in which a tonne would lose.
/// </summary>
internal static class MatchReckoner
{
    private const int LimitCount = (int)MatchLimit.LinkCapacity + 1;
    private const double Same = 0.999;
    private const double LeastTPerH = 1e-9;

    /// <summary>Reckons a case.</summary>
    /// <param name="match">The case.</param>
    /// <param name="whateverItCosts">All that can flow flows, also where it loses: for break-even prices.</param>
    public static MaterialMatch Reckon(MatchCase match, bool whateverItCosts = false)
    {
        var hours = match.Basis.Hours;
        var offered = match.Offered ?? match.Donor.Flow;
        var (receiver, treatment) = (match.Receiver, match.Treatment);
        var need = match.Open ?? receiver?.Need;
        var perTonne = match.Yield * (match.Acceptance?.Displacement ?? 1);
        var linkTPerH = Math.Min(match.First.CapacityTPerH, (match.Second?.CapacityTPerH ?? double.PositiveInfinity) / match.Yield);
        var maxShare = match.Acceptance?.MaxShare ?? 1;
        var fixedWorth = match.EarnedCnyPerT - match.LostSaleCnyPerT - match.CostCnyPerT;
        var flow = new double[hours.Length];
        Span<double> bound = stackalloc double[LimitCount];
        var (tonnes, peak, overlap, offeredTonnes, wantedTonnes) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (displacedCny, blendCny, displacedCo2, activity) = (0.0, 0.0, 0.0, 0.0);

        for (var t = 0; t < flow.Length; t++)
        {
            var (x, limit) = (offered[t], MatchLimit.Offer);
            var wanted = need is null ? double.PositiveInfinity : need[t] / perTonne;
            if (treatment is not null && need is null)
                wanted = treatment.Intake.Need[t];
            if (treatment is not null)
                Lower(treatment.Intake.Need[t] / (match.IntakeAcceptance?.Displacement ?? 1), need is null ? MatchLimit.Need : MatchLimit.LinkCapacity);
            Lower(wanted, MatchLimit.Need);
            if (receiver is not null)
            {
                // Shares are of the whole need, also where another donor already meets a part of it.
                var whole = receiver.Need[t] / perTonne;
                Lower(whole * maxShare, MatchLimit.Acceptance);
                Lower(whole * match.Blend.High, MatchLimit.Quality);
                if (x < whole * match.Blend.Low || x * match.Yield < receiver.MinLotTPerH)
                    x = 0;
                else if (match.Blend.Purchase >= 0 && receiver.Purchases[match.Blend.Purchase].MaxTPerH is { } most && receiver.Required && need![t] - x * perTonne > most)
                    x = 0;
            }

            Lower(linkTPerH, MatchLimit.LinkCapacity);
            if (treatment is not null && x < treatment.Intake.MinLotTPerH)
                x = 0;
            offeredTonnes += offered[t] * hours[t];
            wantedTonnes += double.IsInfinity(wanted) ? 0 : wanted * hours[t];
            if (x < LeastTPerH)
                continue;

            var (displaced, blend) = Bought(match, t, x, perTonne);
            if (!whateverItCosts && x * fixedWorth + displaced - blend <= 0)
                continue;

            flow[t] = x;
            tonnes += x * hours[t];
            peak = Math.Max(peak, x);
            overlap += hours[t];
            displacedCny += displaced * hours[t];
            blendCny += blend * hours[t];
            displacedCo2 += BoughtCo2(match, x, perTonne) * hours[t];
            bound[(int)limit] += x * hours[t];
            if (treatment is not null && treatment.Availability[t] > 0)
                activity = Math.Max(activity, x * treatment.ActivityPerT / treatment.Availability[t]);

            void Lower(double most, MatchLimit by)
            {
                if (most < x)
                    (x, limit) = (most, by);
            }
        }

        return new MaterialMatch
        {
            Case = match,
            Flow = flow,
            Tonnes = tonnes,
            PeakTPerH = peak,
            OverlapHours = overlap,
            OfferedTonnes = offeredTonnes,
            WantedTonnes = wantedTonnes,
            DisplacedCny = displacedCny,
            BlendCny = blendCny,
            DisplacedCo2Kg = displacedCo2,
            Outlay = treatment is null ? default : TreatmentOutlay.Of(treatment.Intake.Place.Home, treatment.Converter.Investment, activity - treatment.Converter.ExistingSizeKw),
            Limit = Binding(bound, tonnes, offeredTonnes, wantedTonnes),
        };
    }

    // Purchases displaced and the extra cost of the input that keeps the blend, CNY/h.
    private static (double Displaced, double Blend) Bought(MatchCase match, int t, double x, double perTonne)
    {
        if (match.Receiver is not { } receiver || match.Blend.Purchase < 0)
            return (0, 0);

        var price = receiver.PricesCnyPerT[match.Blend.Purchase][t];
        if (!receiver.Required)
            return (0, x * match.Yield * match.Blend.Dilution * price);

        var displaced = x * perTonne * price;
        return match.TodayPurchase < 0 || match.TodayPurchase == match.Blend.Purchase
            ? (displaced, 0)
            : (displaced, receiver.Need[t] * (price - receiver.PricesCnyPerT[match.TodayPurchase][t]));
    }

    private static double BoughtCo2(MatchCase match, double x, double perTonne)
    {
        if (match.Receiver is not { } receiver || match.Blend.Purchase < 0)
            return 0;

        var co2 = receiver.Purchases[match.Blend.Purchase].Co2KgPerT;
        return receiver.Required ? x * perTonne * co2 : -x * match.Yield * match.Blend.Dilution * co2;
    }

    private static MatchLimit Binding(ReadOnlySpan<double> bound, double tonnes, double offeredTonnes, double wantedTonnes)
    {
        if (tonnes >= Same * offeredTonnes)
            return MatchLimit.Offer;

        var most = MatchLimit.Timing;
        foreach (var limit in (MatchLimit[])[MatchLimit.Acceptance, MatchLimit.Quality, MatchLimit.LinkCapacity])
        {
            if (bound[(int)limit] > bound[(int)most])
                most = limit;
        }

        if (bound[(int)most] >= Math.Max(bound[(int)MatchLimit.Offer], bound[(int)MatchLimit.Need]))
            return most;
        return tonnes >= Same * wantedTonnes || bound[(int)MatchLimit.Need] >= Same * tonnes ? MatchLimit.Need : MatchLimit.Timing;
    }
}
