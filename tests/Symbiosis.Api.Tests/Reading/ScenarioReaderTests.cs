using System.Text;
using Symbiosis.Api.Reading;

namespace Symbiosis.Api.Tests.Reading;

public sealed class ScenarioReaderTests
{
    [Fact]
    public void ReadJson_GoodScenario_HasNoViolations()
    {
        const string Json = """
            {
              "id": "dear-carbon", "year": 2030,
              "policy": {"carbon_price_cny_per_t": 200},
              "fuels": [{"fuel_id": "natural-gas", "price_cny_per_kwh": 0.5}],
              "availabilities": [{"plant_id": "smelter", "element_id": "off-gas", "factor": 0.5}],
              "couplings": [{"kind": "RULE_KIND_REQUIRE", "from_plant_id": "smelter", "to_plant_id": "cement", "carrier_id": "steam"}],
              "equipment": [{"kind": "RULE_KIND_FORBID", "plant_id": "cement", "element_id": "battery"}],
              "corridors": [{"kind": "RULE_KIND_FORBID", "corridor_id": "c1"}]
            }
            """;

        var read = ScenarioReader.ReadJson(Encoding.UTF8.GetBytes(Json), GoodPark.Park());

        Assert.Empty(read.Violations);
        Assert.Equal(2030, read.Value!.Year);
    }

    [Theory]
    [InlineData("""{"id": "s", "fuels": [{"fuel_id": "coal"}]}""", "UNKNOWN_ID", "scenario.fuels[0].fuel_id")]
    [InlineData("""{"id": "s", "availabilities": [{"plant_id": "smelter", "element_id": "offgas", "factor": 1}]}""", "UNKNOWN_ID", "scenario.availabilities[0].element_id")]
    [InlineData("""{"id": "s", "equipment": [{"kind": 1, "plant_id": "cement", "element_id": "boiler"}]}""", "UNKNOWN_ID", "scenario.equipment[0].element_id")]
    [InlineData("""{"id": "s", "equipment": [{"kind": "RULE_KIND_REQUIRE", "plant_id": "cement"}]}""", "RULE_INCOMPLETE", "scenario.equipment[0].element_id")]
    [InlineData("""{"id": "s", "couplings": [{"kind": "RULE_KIND_REQUIRE", "carrier_id": "steam"}]}""", "RULE_INCOMPLETE", "scenario.couplings[0]")]
    [InlineData("""{"id": "s", "couplings": [{"kind": "RULE_KIND_FORBID", "carrier_id": "steam", "material_id": "slag"}]}""", "ONEOF_CONFLICT", "scenario.couplings[0].material_id")]
    [InlineData("""{"id": "s", "corridors": [{"kind": "RULE_KIND_REQUIRE", "corridor_id": "c1"}]}""", "RULE_INCOMPLETE", "scenario.corridors[0].carrier_id")]
    [InlineData("""{"id": "s", "typical_days": {"count": 3}}""", "TIME_CONFLICT", "scenario.typical_days")]
    [InlineData("""{"id": "s", "investment_factor": 1000}""", "OUT_OF_RANGE", "scenario.investment_factor")]
    [InlineData("""{"year": 2030}""", "REQUIRED", "scenario.id")]
    public void ReadJson_OneFault_IsToldWithItsPathAndCode(string json, string code, string path)
    {
        var read = ScenarioReader.ReadJson(Encoding.UTF8.GetBytes(json), GoodPark.Park());

        Assert.False(read.IsValid);
        var violation = Assert.Single(read.Violations);
        Assert.Equal((code, path), (violation.Code, violation.FieldPath));
    }
}
