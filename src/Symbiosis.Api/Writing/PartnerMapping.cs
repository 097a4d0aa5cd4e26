using Symbiosis.Domain.Partners;

namespace Symbiosis.Api.Writing;

/// <summary>Maps one partner to its message.</summary>
internal static class PartnerMapping
{
    public static V1.Partner Write(Partner value)
    {
        var message = new V1.Partner
        {
            ParkId = value.ParkId,
            PlantId = value.PlantId,
            OwnElementId = value.OwnElementId ?? "",
            Disclosure = (V1.DisclosureLevel)value.Disclosure,
            Kind = (V1.CouplingKind)value.Kind,
            CarrierId = value.CarrierId ?? "",
            MaterialId = value.MaterialId ?? "",
            TransportModeId = value.TransportModeId ?? "",
            PeakKw = value.PeakKw,
            Amount = value.Amount,
            OverlapHours = value.OverlapHours,
            OfferShare = value.OfferShare,
            Limit = (V1.MatchLimit)value.Limit,
            LimitSentence = value.LimitSentence,
            LengthM = value.LengthM,
            IsStraightLine = value.IsStraightLine,
            SizeId = value.SizeId ?? "",
            AvoidedT = value.AvoidedT,
            DataQuality = (V1.Quality)value.DataQuality,
        };
        if (value.DeliveredCelsius is { } delivered) message.DeliveredCelsius = delivered;
        if (value.ReturnCelsius is { } returned) message.ReturnCelsius = returned;
        if (value.CapacityKw is { } capacity) message.CapacityKw = capacity;
        if (value.PaybackYears is { } payback) message.PaybackYears = payback;
        message.ElementIds.Add(value.ElementIds);
        message.RouteNodeIds.Add(value.RouteNodeIds);
        message.RouteCorridorIds.Add(value.RouteCorridorIds);
        message.Costs.Add(value.Costs.Select(Write));
        message.Chain.Add(value.Chain.Select(Write));
        message.Flags.Add(value.Flags.Select(Write));
        if (value.Disclosure == DisclosureLevel.Contact) return message;

        // A range of zeros would read as a figure where none may be seen.
        message.InvestmentCny = Write(value.InvestmentCny);
        message.YearlySavingCny = Write(value.YearlySavingCny);
        message.YearlyGainCny = Write(value.YearlyGainCny);
        message.NpvCny = Write(value.NpvCny);
        return message;
    }

    public static V1.Estimate Write(Estimate value) => new() { Low = value.Low, Typical = value.Typical, High = value.High };

    private static V1.PartnerCost Write(PartnerCost value) => new()
    {
        What = value.What,
        ElementId = value.ElementId ?? "",
        InvestmentCny = value.InvestmentCny,
        YearlyCny = value.YearlyCny,
        Quality = (V1.Quality)value.Quality,
        Note = value.Note,
    };

    private static V1.ChainStep Write(ChainStep value)
    {
        var message = new V1.ChainStep
        {
            Kind = (V1.ChainKind)value.Kind,
            PlantId = value.PlantId ?? "",
            ElementId = value.ElementId ?? "",
            Sentence = value.Sentence,
        };
        if (value.Amount is { } amount) message.Amount = amount;
        if (value.YearlyGainCny is { } gain) message.YearlyGainCny = gain;
        return message;
    }

    private static V1.PartnerFlag Write(PartnerFlag value) => new() { Code = value.Code, Sentence = value.Sentence };
}
