using Symbiosis.Api.Writing;
using Symbiosis.Domain.Plans;

namespace Symbiosis.Api.Tests.Writing;

public sealed class PlanWriterTests
{
    [Fact]
    public void WriteJson_Plan_KeepsTheNamesOfTheSchema()
    {
        var json = PlanWriter.WriteJson(APlan(), indented: true);

        Assert.Contains("  \"park_id\": \"good\"", json, StringComparison.Ordinal);
        Assert.Contains("\"field_path\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteJson_Plan_ReadsBackAsTheSameMessage()
    {
        var plan = APlan();

        var dense = V1.Plan.Parser.ParseJson(PlanWriter.WriteJson(plan, indented: false));
        var indented = V1.Plan.Parser.ParseJson(PlanWriter.WriteJson(plan, indented: true));

        Assert.Equal(PlanWriter.Write(plan), dense);
        Assert.Equal(dense, indented);
    }

    private static Plan APlan() => new()
    {
        ParkId = "good",
        Shortfalls = [new Shortfall { FieldPath = "park.plants[0].streams[1]", Missing = 12.5, Unit = "kW" }],
    };
}
