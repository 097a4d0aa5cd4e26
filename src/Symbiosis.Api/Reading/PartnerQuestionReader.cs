using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>The only way from a request of FindPartners to a <see cref="PartnerQuestion"/>; its parks are read elsewhere, and whether they have what it names is checked there.</summary>
public static class PartnerQuestionReader
{
    /// <summary>First word of the paths of a question's violations.</summary>
    public const string Root = "request";

    /// <summary>Reads the question.</summary>
    /// <param name="request">The request; its parks are not looked at.</param>
    /// <param name="parkIds">Ids of all parks that are looked in, those sent and those kept.</param>
    public static Validated<PartnerQuestion> Read(V1.FindPartnersRequest request, IReadOnlyList<string> parkIds)
    {
        var question = WithoutParks(request);
        var violations = new ViolationList();
        foreach (var violation in ProtoRules.Check(question, Root))
            violations.Add(violation);
        PartnerQuestionSense.Check(question, parkIds, violations);
        return Validated<PartnerQuestion>.Create(Map(question, parkIds), violations.Violations);
    }

    // Ids are unique in a park, not in a request of several, and a large park need not be walked twice.
    private static V1.FindPartnersRequest WithoutParks(V1.FindPartnersRequest request)
    {
        var question = new V1.FindPartnersRequest { Side = request.Side, Place = request.Place, Owner = request.Owner, ParkNames = { request.ParkNames } };
        if (request.HasLimit) question.Limit = request.Limit;
        if (request.HasRuledOutLimit) question.RuledOutLimit = request.RuledOutLimit;
        switch (request.SubjectCase)
        {
            case V1.FindPartnersRequest.SubjectOneofCase.Element:
                question.Element = request.Element;
                break;
            case V1.FindPartnersRequest.SubjectOneofCase.Heat:
                question.Heat = request.Heat;
                break;
            case V1.FindPartnersRequest.SubjectOneofCase.Material:
                question.Material = request.Material;
                break;
            case V1.FindPartnersRequest.SubjectOneofCase.Power:
                question.Power = request.Power;
                break;
        }

        return question;
    }

    private static PartnerQuestion Map(V1.FindPartnersRequest request, IReadOnlyList<string> parkIds)
    {
        var whole = new PartnerQuestion
        {
            Side = (PartnerSide)request.Side,
            Element = request.Element is null ? null : Map(request.Element, parkIds),
            Heat = request.Heat is null ? null : Map(request.Heat),
            Material = request.Material is null ? null : Map(request.Material),
            Power = request.Power is null ? null : Map(request.Power),
            Place = request.Place is null ? null : Map(request.Place),
        };
        if (request.HasLimit) whole = whole with { Limit = request.Limit };
        if (request.HasRuledOutLimit) whole = whole with { RuledOutLimit = request.RuledOutLimit };
        return whole;
    }

    private static ElementSubject Map(V1.ElementSubject message, IReadOnlyList<string> parkIds) => new()
    {
        ParkId = message.ParkId.Length > 0 ? message.ParkId : parkIds.FirstOrDefault(""),
        PlantId = message.PlantId,
        ElementId = TextOrNull(message.ElementId),
    };

    private static HeatSubject Map(V1.HeatSubject message) => new()
    {
        SupplyCelsius = message.SupplyCelsius,
        ReturnCelsius = message.HasReturnCelsius ? message.ReturnCelsius : null,
        HeatKw = message.HeatKw,
        HoursPerYear = message.HasHoursPerYear ? message.HoursPerYear : null,
        DayProfile = [.. message.DayProfile],
        ApproachK = message.HasApproachK ? message.ApproachK : null,
        MustCool = message.MustCool,
        PriceCnyPerKwh = message.HasPriceCnyPerKwh ? message.PriceCnyPerKwh : null,
    };

    private static MaterialSubject Map(V1.MaterialSubject message) => new()
    {
        MaterialId = message.MaterialId,
        Composition = [.. message.Composition.Select(MaterialMapping.Read)],
        FlowTPerH = message.FlowTPerH,
        HoursPerYear = message.HasHoursPerYear ? message.HoursPerYear : null,
        DayProfile = [.. message.DayProfile],
        Hazard = (HazardClass)message.Hazard,
        DisposalCnyPerT = message.HasDisposalCnyPerT ? message.DisposalCnyPerT : null,
        PriceCnyPerT = message.HasPriceCnyPerT ? message.PriceCnyPerT : null,
        Limits = [.. message.Limits.Select(MaterialMapping.Read)],
    };

    private static PowerSubject Map(V1.PowerSubject message) => new()
    {
        PowerKw = message.PowerKw,
        HoursPerYear = message.HasHoursPerYear ? message.HoursPerYear : null,
        DayProfile = [.. message.DayProfile],
        PriceCnyPerKwh = message.HasPriceCnyPerKwh ? message.PriceCnyPerKwh : null,
    };

    private static Place Map(V1.PartnerPlace message) => new()
    {
        ParkId = TextOrNull(message.ParkId),
        NodeId = TextOrNull(message.NodeId),
        XM = message.HasXM ? message.XM : null,
        YM = message.HasYM ? message.YM : null,
        LatitudeDegrees = message.HasLatitudeDegrees ? message.LatitudeDegrees : null,
        LongitudeDegrees = message.HasLongitudeDegrees ? message.LongitudeDegrees : null,
    };

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
