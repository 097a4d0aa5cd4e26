using Google.Protobuf;
using Google.Protobuf.Reflection;
using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;

namespace Symbiosis.Api.Tests.Reading;

public sealed class PlanReadingTests
{
    private int _count;

    [Fact]
    public void Read_EveryFieldSet_WritesTheSameMessage()
    {
        var message = (V1.Plan)Filled(V1.Plan.Descriptor);

        Assert.Equal(message, PlanWriter.Write(PlanReading.Read(message)));
    }

    [Fact]
    public void Read_NothingSet_WritesTheSameMessage()
    {
        var message = new V1.Plan { Summary = new V1.Summary { CostCny = "0.00", InvestmentCny = "0.00", BaselineGrossCostCny = "0.00" }, Proof = new V1.Proof() };

        Assert.Equal(message, PlanWriter.Write(PlanReading.Read(message)));
    }

    [Fact]
    public void Read_Explanation_WritesTheSameMessage()
    {
        var message = (V1.ExplainResponse)Filled(V1.ExplainResponse.Descriptor);
        message.BreakEven.BreakEvenCny = message.BreakEven.WorthTodayCny + message.BreakEven.MissingCny;

        Assert.Equal(message, ExplanationWriter.Write(ExplanationReading.Read(message)));
    }

    // Every field another value, so that two that change places are noticed.
    private IMessage Filled(MessageDescriptor descriptor)
    {
        var message = descriptor.Parser.ParseFrom([]);
        foreach (var field in descriptor.Fields.InDeclarationOrder())
        {
            if (field.IsRepeated) ((System.Collections.IList)field.Accessor.GetValue(message)).Add(Value(field));
            else field.Accessor.SetValue(message, Value(field));
        }

        return message;
    }

    private object Value(FieldDescriptor field)
    {
        _count++;
        return field.FieldType switch
        {
            FieldType.Message => Filled(field.MessageType),
            FieldType.Enum => field.EnumType.Values[1].Number,
            FieldType.String when field.Name.EndsWith("cny", StringComparison.Ordinal) => $"{_count}.25",
            FieldType.String => $"text-{_count}",
            FieldType.Double => _count + 0.5,
            FieldType.Int32 => _count,
            FieldType.Int64 => (long)_count,
            FieldType.Bool => true,
            _ => throw new NotSupportedException(field.FullName),
        };
    }
}
