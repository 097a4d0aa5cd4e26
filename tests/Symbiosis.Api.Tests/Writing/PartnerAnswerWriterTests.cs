using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;
using Symbiosis.Domain.Partners;

namespace Symbiosis.Api.Tests.Writing;

public sealed class PartnerAnswerWriterTests
{
    // The answer itself does not know them; the service adds them.
    private static readonly string[] s_addedByService = ["parks", "warnings"];

    [Fact]
    public void Write_AMessageWithEveryField_GoesThroughTheDomainAndBackWhole()
    {
        var message = (V1.FindPartnersResponse)Full(V1.FindPartnersResponse.Descriptor);
        message.Parks.Clear();
        message.Warnings.Clear();

        var back = PartnerAnswerWriter.Write(PartnerAnswerReading.Read(message));

        Assert.Equal(message, back);
        Assert.NotEmpty(back.Partners.Single().Chain.Single().Sentence);
    }

    [Fact]
    public void Domain_HasNothingThatTheSchemaLacks()
    {
        Assert.Equal(Names<Partner>(), Fields(V1.Partner.Descriptor));
        Assert.Equal(Names<RuledOutPartner>(), Fields(V1.RuledOutPartner.Descriptor));
        Assert.Equal(Names<PartnerAnswer>(), Fields(V1.FindPartnersResponse.Descriptor).Except(s_addedByService.Select(Plain)).Order(StringComparer.Ordinal));
        Assert.Equal(Names<HeatSubject>(), Fields(V1.HeatSubject.Descriptor));
        Assert.Equal(Names<MaterialSubject>(), Fields(V1.MaterialSubject.Descriptor));
        Assert.Equal(Names<PowerSubject>(), Fields(V1.PowerSubject.Descriptor));
        Assert.Equal(Names<Place>(), Fields(V1.PartnerPlace.Descriptor));
    }

    [Theory]
    [InlineData(typeof(PartnerReason), typeof(V1.PartnerReason))]
    [InlineData(typeof(PartnerSide), typeof(V1.PartnerSide))]
    [InlineData(typeof(MatchLimit), typeof(V1.MatchLimit))]
    [InlineData(typeof(ChainKind), typeof(V1.ChainKind))]
    [InlineData(typeof(DisclosureLevel), typeof(V1.DisclosureLevel))]
    public void Enums_HaveTheSameNamesAndNumbers(Type domain, Type schema) =>
        Assert.Equal(
            Enum.GetValues(domain).Cast<object>().Select(value => $"{value}={Convert.ToInt32(value)}"),
            Enum.GetValues(schema).Cast<object>().Select(value => $"{value}={Convert.ToInt32(value)}"));

    [Fact]
    public void Write_AContact_HasNoRanges()
    {
        var answer = new PartnerAnswer { Partners = [new Partner { ParkId = "p", PlantId = "q", Disclosure = DisclosureLevel.Contact }] };

        var partner = PartnerAnswerWriter.Write(answer).Partners.Single();

        Assert.Equal(new V1.Partner { ParkId = "p", PlantId = "q", Disclosure = V1.DisclosureLevel.Contact }, partner);
    }

    // Every field set, so that a mapping that forgets one is found.
    private static IMessage Full(MessageDescriptor type)
    {
        var message = type.Parser.ParseFrom(ByteString.Empty);
        foreach (var field in type.Fields.InDeclarationOrder())
        {
            if (field.IsRepeated)
                ((IList)field.Accessor.GetValue(message)).Add(ValueOf(field));
            else
                field.Accessor.SetValue(message, ValueOf(field));
        }

        return message;
    }

    private static object ValueOf(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => field.Name,
        FieldType.Double => field.FieldNumber + 0.5,
        FieldType.Int32 => field.FieldNumber,
        FieldType.Bool => true,
        FieldType.Enum => 1,
        FieldType.Message => Full(field.MessageType),
        _ => throw new NotSupportedException(field.FullName),
    };

    private static IEnumerable<string> Names<T>() => typeof(T).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Fields(MessageDescriptor type) => type.Fields.InDeclarationOrder().Select(field => Plain(field.Name)).Order(StringComparer.Ordinal);

    private static string Plain(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
