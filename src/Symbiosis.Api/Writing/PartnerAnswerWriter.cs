using Google.Protobuf;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Api.Writing;

/// <summary>The only way from a <see cref="PartnerAnswer"/> to a message or to JSON.</summary>
public static class PartnerAnswerWriter
{
    private static readonly JsonFormatter s_indented = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true).WithIndentation("  "));

    /// <summary>The answer as a message; whoever sends it adds parks and warnings.</summary>
    public static V1.FindPartnersResponse Write(PartnerAnswer value)
    {
        var message = new V1.FindPartnersResponse
        {
            Side = (V1.PartnerSide)value.Side,
            PartnerCount = value.PartnerCount,
            RuledOutCount = value.RuledOutCount,
        };
        message.Partners.Add(value.Partners.Select(PartnerMapping.Write));
        message.RuledOut.Add(value.RuledOut.Select(Write));
        message.Filled.Add(value.Filled.Select(Write));
        message.Assumptions.Add(value.Assumptions.Select(Write));
        return message;
    }

    /// <summary>A response as indented protobuf JSON with the schema's snake_case names; absent and zero fields are left out.</summary>
    public static string WriteJson(V1.FindPartnersResponse response) => s_indented.Format(response);

    private static V1.RuledOutPartner Write(RuledOutPartner value)
    {
        var message = new V1.RuledOutPartner
        {
            ParkId = value.ParkId,
            PlantId = value.PlantId,
            Disclosure = (V1.DisclosureLevel)value.Disclosure,
            Kind = (V1.CouplingKind)value.Kind,
            FlowId = value.FlowId ?? "",
            Reason = (V1.PartnerReason)value.Reason,
            Sentence = value.Sentence,
        };
        if (value.BreakEvenCny is { } breakEven) message.BreakEvenCny = breakEven;
        if (value.PriceTodayCny is { } priceToday) message.PriceTodayCny = priceToday;
        return message;
    }

    private static V1.FilledValue Write(FilledValue value) => new()
    {
        Field = value.Field,
        Value = value.Value,
        Unit = value.Unit,
        Quality = (V1.Quality)value.Quality,
        Note = value.Note,
    };

    private static V1.Assumption Write(Assumption value) => new()
    {
        Name = value.Name,
        Value = PartnerMapping.Write(value.Value),
        Unit = value.Unit,
        Quality = (V1.Quality)value.Quality,
        Note = value.Note,
    };
}
