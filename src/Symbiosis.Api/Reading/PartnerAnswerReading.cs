using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Api.Reading;

/// <summary>The way back of <see cref="Writing.PartnerAnswerWriter"/>, for clients of a server.</summary>
public static class PartnerAnswerReading
{
    /// <summary>The answer; empty texts are absent ids.</summary>
    public static PartnerAnswer Read(V1.FindPartnersResponse message) => new()
    {
        Side = (PartnerSide)message.Side,
        Partners = [.. message.Partners.Select(Read)],
        RuledOut = [.. message.RuledOut.Select(Read)],
        PartnerCount = message.PartnerCount,
        RuledOutCount = message.RuledOutCount,
        Filled = [.. message.Filled.Select(Read)],
        Assumptions = [.. message.Assumptions.Select(Read)],
    };

    private static Partner Read(V1.Partner message) => new()
    {
        ParkId = message.ParkId,
        PlantId = message.PlantId,
        ElementIds = [.. message.ElementIds],
        OwnElementId = TextOrNull(message.OwnElementId),
        Disclosure = (DisclosureLevel)message.Disclosure,
        Kind = (CouplingKind)message.Kind,
        CarrierId = TextOrNull(message.CarrierId),
        DeliveredCelsius = message.HasDeliveredCelsius ? message.DeliveredCelsius : null,
        ReturnCelsius = message.HasReturnCelsius ? message.ReturnCelsius : null,
        MaterialId = TextOrNull(message.MaterialId),
        TransportModeId = TextOrNull(message.TransportModeId),
        PeakKw = message.PeakKw,
        Amount = message.Amount,
        OverlapHours = message.OverlapHours,
        OfferShare = message.OfferShare,
        Limit = (MatchLimit)message.Limit,
        LimitSentence = message.LimitSentence,
        RouteNodeIds = [.. message.RouteNodeIds],
        RouteCorridorIds = [.. message.RouteCorridorIds],
        LengthM = message.LengthM,
        IsStraightLine = message.IsStraightLine,
        SizeId = TextOrNull(message.SizeId),
        CapacityKw = message.HasCapacityKw ? message.CapacityKw : null,
        Costs = [.. message.Costs.Select(Read)],
        InvestmentCny = Read(message.InvestmentCny),
        YearlySavingCny = Read(message.YearlySavingCny),
        YearlyGainCny = Read(message.YearlyGainCny),
        PaybackYears = message.HasPaybackYears ? message.PaybackYears : null,
        NpvCny = Read(message.NpvCny),
        AvoidedT = message.AvoidedT,
        DataQuality = (Quality)message.DataQuality,
        Chain = [.. message.Chain.Select(Read)],
        Flags = [.. message.Flags.Select(Read)],
    };

    private static Estimate Read(V1.Estimate? message) => message is null ? default : new Estimate(message.Low, message.Typical, message.High);

    private static PartnerCost Read(V1.PartnerCost message) => new()
    {
        What = message.What,
        ElementId = TextOrNull(message.ElementId),
        InvestmentCny = message.InvestmentCny,
        YearlyCny = message.YearlyCny,
        Quality = (Quality)message.Quality,
        Note = message.Note,
    };

    private static ChainStep Read(V1.ChainStep message) => new()
    {
        Kind = (ChainKind)message.Kind,
        PlantId = TextOrNull(message.PlantId),
        ElementId = TextOrNull(message.ElementId),
        Amount = message.HasAmount ? message.Amount : null,
        YearlyGainCny = message.HasYearlyGainCny ? message.YearlyGainCny : null,
        Sentence = message.Sentence,
    };

    private static PartnerFlag Read(V1.PartnerFlag message) => new() { Code = message.Code, Sentence = message.Sentence };

    private static RuledOutPartner Read(V1.RuledOutPartner message) => new()
    {
        ParkId = message.ParkId,
        PlantId = message.PlantId,
        Disclosure = (DisclosureLevel)message.Disclosure,
        Kind = (CouplingKind)message.Kind,
        FlowId = TextOrNull(message.FlowId),
        Reason = (PartnerReason)message.Reason,
        Sentence = message.Sentence,
        BreakEvenCny = message.HasBreakEvenCny ? message.BreakEvenCny : null,
        PriceTodayCny = message.HasPriceTodayCny ? message.PriceTodayCny : null,
    };

    private static FilledValue Read(V1.FilledValue message) => new()
    {
        Field = message.Field,
        Value = message.Value,
        Unit = message.Unit,
        Quality = (Quality)message.Quality,
        Note = message.Note,
    };

    private static Assumption Read(V1.Assumption message) => new()
    {
        Name = message.Name,
        Value = Read(message.Value),
        Unit = message.Unit,
        Quality = (Quality)message.Quality,
        Note = message.Note,
    };

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
