using Symbiosis.Api.Reading;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Tests.Reading;

public sealed class ParkFaultTests
{
    private const string Smelter = "plants[0]";
    private const string Cement = "plants[1]";
    private const string Turbine = "plants[0].converters[0]";

    private static readonly Fault[] s_faults =
    [
        // The text against the schema.
        new("UNKNOWN_FIELD", $"{Smelter}.streams[0].heat_kv", "1"),
        new("WRONG_TYPE", $"{Smelter}.streams[0].heat_kw", "\"8 MW\""),
        new("WRONG_TYPE", $"{Smelter}.streams", "{}"),
        new("WRONG_TYPE", "plants", "[null]", "plants[0]"),
        new("WRONG_TYPE", $"{Smelter}.illustrative", "1"),
        new("WRONG_TYPE", "network.max_steam_mains_per_corridor", "1.5"),
        new("WRONG_TYPE", $"{Smelter}.site_id", "7"),
        new("WRONG_TYPE", $"{Smelter}.recovery", "[]"),
        new("DUPLICATE_KEY", $"{Smelter}.siteId", "\"north\"", $"{Smelter}.site_id"),
        new("ONEOF_CONFLICT", $"{Turbine}.ports[0].fuel_id", "\"natural-gas\""),
        new("NOT_FINITE", $"{Smelter}.streams[0].heat_kw", "\"NaN\""),
        new("NOT_FINITE", $"{Smelter}.streams[0].heat_kw", "1e999"),
        new("UNKNOWN_ENUM_VALUE", $"{Smelter}.sector", "\"SECTOR_COPPERS\""),
        new("UNKNOWN_ENUM_VALUE", $"{Smelter}.sector", "99"),

        // The schema's rules.
        new("REQUIRED", $"{Smelter}.streams[0].target_celsius", null),
        new("REQUIRED", $"{Smelter}.site_id", "\"\""),
        new("REQUIRED", "plants", "[]"),
        new("REQUIRED", "carriers[2].kind", null),
        new("REQUIRED", $"{Turbine}.ports[0].carrier_id", null, $"{Turbine}.ports[0].flow"),
        new("REQUIRED", $"{Turbine}.ports[0].carrier_id", "\"\""),
        new("REQUIRED", $"{Cement}.storages[1].carrier_id", null, $"{Cement}.storages[1].content"),
        new("REQUIRED", "contracts[0].carrier_id", null, "contracts[0].flow"),
        new("OUT_OF_RANGE", $"{Smelter}.streams[0].heat_kw", "40000000"),
        new("OUT_OF_RANGE", "carriers[1].supply_celsius", "1623"),
        new("OUT_OF_RANGE", $"{Smelter}.streams[0].supply_celsius", "-300"),
        new("OUT_OF_RANGE", "time.periods[0].start_hour", "24"),
        new("IMPROBABLE", $"{Smelter}.streams[0].heat_kw", "2000000", Severity: Severity.Warning),
        new("BAD_ID", "fuels[0].id", "\"Natural Gas\""),
        new("BAD_ID", $"{Smelter}.streams[0].id", "\"-x\""),
        new("BAD_ID", $"{Smelter}.streams[0].id", $"\"{new string('x', 64)}\""),
        new("DUPLICATE_ID", "junctions[0].id", "\"north\""),
        new("DUPLICATE_ID", $"{Cement}.storages[0].id", "\"boiler\""),
        new("DUPLICATE_ID", $"{Turbine}.ports[1].id", "\"bleed\"", $"{Turbine}.ports[2].id"),
        new("UNKNOWN_ID", $"{Smelter}.site_id", "\"nort\""),
        new("UNKNOWN_ID", $"{Smelter}.streams[0].heat_profile_id", "\"steps\""),
        new("UNKNOWN_ID", $"{Smelter}.streams[0].provenance[0].source_ids[0]", "\"nobody\""),
        new("UNKNOWN_ID", $"{Turbine}.reference_port_id", "\"steam\""),
        new("UNKNOWN_ID", $"{Turbine}.ports[1].trade_offs[0].port_id", "\"bled\""),
        new("UNKNOWN_ID", $"{Cement}.storages[2].inlet_id", "\"irn\""),
        new("UNKNOWN_ID", $"{Cement}.storages[2]", """{"id": "pile", "outlet_id": "none"}""", $"{Cement}.storages[2].outlet_id"),
        new("PROFILES_CSV_NOT_MERGED", "profiles_csv", "\"profiles.csv\""),

        // The park's sense: heat.
        new("STREAM_KIND_UNDECIDABLE", $"{Smelter}.streams[0].target_celsius", "350", $"{Smelter}.streams[0].kind"),
        new("STREAM_KIND_CONTRADICTED", $"{Smelter}.streams[0].kind", "\"STREAM_KIND_COLD\""),
        new("STREAM_KIND_CONTRADICTED", $"{Cement}.streams[0].must_cool", "true"),
        new("TEMPERATURE_ORDER", $"{Cement}.hot_utilities[0].target_celsius", "300"),
        new("TEMPERATURE_ORDER", $"{Smelter}.cold_utilities[0].target_celsius", "10"),
        new("TEMPERATURE_ORDER", "carriers[1].return_celsius", "95"),
        new("TEMPERATURE_ORDER", "carriers[0].return_celsius", "200"),
        new("TEMPERATURE_ORDER", $"{Turbine}.ports[2].heat.target_celsius", "120"),
        new("TEMPERATURE_ORDER", $"{Cement}.storages[0].heat.return_celsius", "110"),
        new("TEMPERATURE_MISSING", "carriers[0].supply_celsius", null),
        new("TEMPERATURE_MISSING", "carriers[1].return_celsius", null),
        new("CARRIER_TEMPERATURE", "carriers[1].supply_celsius", "240"),
        new("CARRIER_TEMPERATURE", "carriers[1].supply_celsius", "190", Severity: Severity.Warning),
        new("HEAT_UNREACHABLE", $"{Cement}.streams[0].target_celsius", "250"),
        new("COOLING_UNREACHABLE", $"{Smelter}.streams[1].target_celsius", "15"),
        new("TWO_ENERGY_SOURCES", $"{Cement}.hot_utilities[0].carrier_id", "\"power\""),
        new("WRONG_CARRIER_KIND", $"{Cement}.stations[0].carrier_id", "\"power\""),
        new("WRONG_CARRIER_KIND", $"{Cement}.grid_connections[0].carrier_id", "\"steam\""),
        new("YEARS_CROSSED", $"{Cement}.hot_utilities[0]", """{"id": "boiler", "supply_celsius": 200, "first_year": 2030, "last_year": 2025}""", $"{Cement}.hot_utilities[0].last_year"),

        // Time.
        new("PROFILE_LENGTH", "profiles[0].values[2]", "1", "profiles[0].values"),
        new("PROFILE_LENGTH", "profiles[0].values", "[]"),
        new("PROFILE_NOT_HOURLY", "time", """{"typical_days": {"count": 3}}""", "profiles[0].values"),
        new("PROFILE_NEGATIVE", "profiles[0].values[0]", "-1", $"{Smelter}.streams[0].heat_profile_id"),
        new("TIME_MISMATCH", "time.periods[0].weight", "364", "time.periods"),
        new("TIME_MISMATCH", "time", """{"horizon_hours": 48, "typical_days": {"count": 3}}""", "time.typical_days.count"),
        new("TIME_MISMATCH", "time", """{"horizon_hours": 49, "typical_days": {"count": 1}}""", "time.typical_days"),
        new("TIME_MISMATCH", "time", """{"typical_days": {"count": 3, "peak_days": 3}}""", "time.typical_days.peak_days"),
        new("TIME_MISMATCH", "time", """{"typical_days": {"count": 3, "step_hours": 5}}""", "time.typical_days.step_hours"),
        new("TIME_CONFLICT", "time.typical_days", """{"count": 3}"""),

        // Ground.
        new("COORDINATES_MISSING", "sites[0].y_m", null, "sites[0]"),
        new("COORDINATES_MISSING", "junctions[0]", """{"id": "crossing"}""", "corridors[0].length_m"),
        new("COORDINATES_MISSING", "sites[0].latitude_degrees", "28", "sites[0]"),
        new("COORDINATES_MIXED", "sites[0]", """{"id": "north", "latitude_degrees": 28, "longitude_degrees": 117}"""),
        new("IMPROBABLE", "corridors[1].length_m", "0.55", Severity: Severity.Warning),
        new("CORRIDOR_LOOP", "corridors[0].to_node_id", "\"north\""),
        new("UNREACHABLE_SITE", "plants[1].site_id", "\"far\"", Severity: Severity.Warning),
        new("NOT_A_SITE", $"{Smelter}.site_id", "\"crossing\""),
        new("NOT_A_SITE", $"{Smelter}.candidate_site_ids[0]", "\"crossing\""),
        new("CANDIDATE_SITE_OCCUPIED", $"{Smelter}.site_id", "\"field\""),
        new("SIZE_OF_OTHER_CARRIER", "corridors[0].options[0].size_ids[0]", "\"cable\""),
        new("CONTRACT_WITHOUT_ROUTE", "corridors[0].existing", "[]", "contracts[0].carrier_id"),
        new("CONTRACT_WITHOUT_ROUTE", "corridors[0].no_transport", "true", "contracts[1].material_id"),
        new("CONTRACT_WITH_SELF", "contracts[1].to_plant_id", "\"smelter\""),
        new("CONTRACT_WITHOUT_ROUTE", $"{Cement}.inlets[0].accepts[0].material_id", "\"acid\"", "contracts[1].material_id"),
        new("CONTRACT_WITHOUT_ROUTE", $"{Smelter}.outlets[0].material_id", "\"acid\"", "contracts[1].material_id"),

        // Technologies.
        new("REFERENCE_PORT", $"{Turbine}.ports[0].ratio", "2", $"{Turbine}.reference_port_id"),
        new("REFERENCE_PORT", $"{Turbine}.ports[0].max_ratio", "2", $"{Turbine}.reference_port_id"),
        new("PORT_DIRECTION", $"{Smelter}.converters[1].ports[1].direction", "\"DIRECTION_OUT\""),
        new("PORT_DIRECTION", $"{Smelter}.converters[1].ports[0].direction", "\"DIRECTION_OUT\"", $"{Smelter}.converters[1].ports[0].material"),
        new("PORT_DIRECTION", $"{Smelter}.converters[1].ports[0].material.disposal_cny_per_t", "5", $"{Smelter}.converters[1].ports[0].material"),
        new("RATIO_RANGE", $"{Turbine}.ports[2].min_ratio", "0.6", $"{Turbine}.ports[2].max_ratio"),
        new("TRADE_OFF", $"{Turbine}.ports[2].min_ratio", null, $"{Turbine}.ports[1].trade_offs[0].port_id"),
        new("TRADE_OFF", $"{Turbine}.ports[1].trade_offs[0].port_id", "\"shaft\""),
        new("TRADE_OFF_CYCLE", $"{Turbine}.ports[2].trade_offs", """[{"port_id": "shaft", "loss": 0.1}]""", $"{Turbine}.ports"),
        new("COST_POINTS", "carriers[1].use_station.points[1].size_kw", "0"),
        new("COST_POINTS", "carriers[1].use_station.points[0].cny", "900000", "carriers[1].use_station.points[1].cny"),
        new("COST_POINTS", "carriers[1].use_station.points[1]", null, "carriers[1].use_station.points"),
        new("SIZE_RANGE", $"{Turbine}.investment.min_size_kw", "7000", $"{Turbine}.investment.max_size_kw"),
        new("SIZE_RANGE", $"{Turbine}.investment.module_kw", "7000"),
        new("SIZE_RANGE", "carriers[1].use_station.min_size_kw", "2000"),
        new("STORAGE_BOUNDARY", $"{Cement}.storages[1].initial_fraction", null),
        new("STORAGE_BOUNDARY", $"{Cement}.storages[0].final_fraction", "0.5"),
        new("STORAGE_BOUNDARY", $"{Cement}.storages[1].min_fraction", "0.6", $"{Cement}.storages[1].initial_fraction"),

        // Prices and materials.
        new("TARIFF_TIERS", "tariffs[0].tiers[1].from_kwh", "1000000"),
        new("TARIFF_TIERS", "tariffs[0].tiers[1].surcharge_cny_per_kwh", "0.01"),
        new("TARIFF_WINDOWS", "tariffs[0].windows[1].to_hour", "11", "tariffs[0].windows[1]"),
        new("TARIFF_WINDOWS", "tariffs[0].windows[0].to_hour", "10"),
        new("TARIFF_CONFLICT", "tariffs[0].energy_profile_id", "\"two-steps\""),
        new("QUALITY_LIMITS", $"{Cement}.inlets[0].limits[0].max_fraction", "0.1"),
        new("COMPOSITION_SUM", "materials[0].composition[0].fraction", "0.9", "materials[0].composition"),
        new("INLET_WITHOUT_INPUT", $"{Cement}.inlets[1].accepts", "[]"),
        new("INLET_UNMET", $"{Cement}.inlets[1].required", "true", $"{Cement}.inlets[1].purchases", Severity.Warning),
        new("MATERIAL_IMMOBILE", "transport_modes[0].licensed_hazards", "[]", "materials[1].hazard", Severity.Warning),
    ];

    public static TheoryData<Fault> Faults => [.. s_faults];

    [Theory]
    [MemberData(nameof(Faults))]
    public void ReadJson_OneFault_IsToldWithItsPathAndCode(Fault fault)
    {
        var json = GoodPark.With(park =>
        {
            // A site beyond all corridors, and more need than the outlets offer, so that the warnings have something to say.
            if (fault.Code == "UNREACHABLE_SITE") JsonEdit.Set(park, "sites[3]", """{"id": "far", "x_m": 9000, "y_m": 9000}""");
            if (fault.Code == "UNREACHABLE_SITE") JsonEdit.Set(park, "contracts", "[]");
            if (fault.Code == "INLET_UNMET") JsonEdit.Set(park, $"{Cement}.inlets[1].flow_t_per_h", "50");
            JsonEdit.Set(park, fault.Edit, fault.Json);
        });

        var read = ParkReader.ReadJson(json);

        var path = $"park.{fault.At ?? fault.Edit}";
        var told = string.Join("\n", read.Violations.Select(violation => $"{violation.Code} {violation.FieldPath}: {violation.Sentence}"));
        Assert.True(read.Violations.Any(violation => violation.Code == fault.Code && violation.FieldPath == path && violation.Severity == fault.Severity), told);
        Assert.Equal(read.Violations.All(violation => violation.Severity == Severity.Warning), read.IsValid);
    }

    [Fact]
    public void Faults_EveryCodeOfAPark_HasACase()
    {
        string[] elsewhere =
        [
            ViolationCodes.InvalidJson, ViolationCodes.InvalidUtf8, ViolationCodes.TooLarge, ViolationCodes.TooDeep, ViolationCodes.CsvMalformed,
            ViolationCodes.CsvMissingColumn, ViolationCodes.CsvNotANumber, ViolationCodes.CsvUnequalLength, ViolationCodes.RuleIncomplete,
            ViolationCodes.PairWithSelf, ViolationCodes.PlantNotYours,
        ];

        var tested = s_faults.Select(fault => fault.Code).Concat(elsewhere);

        var all = typeof(ViolationCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        Assert.Empty(all.Except(tested));
    }

    [Fact]
    public void ReadJson_ManyFaults_KeepsAHundred()
    {
        var streams = string.Join(",", Enumerable.Range(0, 150).Select(i => $$"""{"id": "s{{i}}", "supply_celsius": 5000, "target_celsius": 20, "heat_kw": 1}"""));

        var read = ParkReader.ReadJson(GoodPark.With(park => JsonEdit.Set(park, "plants[0].streams", $"[{streams}]")));

        Assert.False(read.IsValid);
        Assert.Equal(100, read.Violations.Count);
    }

    [Fact]
    public void ReadJson_OnlyWarnings_AreNeverRefused()
    {
        var streams = string.Join(",", Enumerable.Range(0, 150).Select(i => $$"""{"id": "s{{i}}", "supply_celsius": 1800, "target_celsius": 200, "heat_kw": 1}"""));

        var read = ParkReader.ReadJson(GoodPark.With(park => JsonEdit.Set(park, "plants[0].streams", $"[{streams}]")));

        Assert.True(read.IsValid);
        Assert.Equal(100, read.Violations.Count);
    }

    [Fact]
    public void ReadJson_MissingTarget_IsNotAlsoToldAsItsConsequences()
    {
        var read = ParkReader.ReadJson(GoodPark.With(park => JsonEdit.Set(park, "plants[0].streams[1].target_celsius", null)));

        Assert.Equal("REQUIRED", Assert.Single(read.Violations).Code);
    }

    [Fact]
    public void ReadJson_StreamBelowEverySink_IsNamedWithTheColdestSink()
    {
        var read = ParkReader.ReadJson(GoodPark.With(park => JsonEdit.Set(park, "plants[0].streams[1].target_celsius", "15")));

        var sentence = Assert.Single(read.Violations).Sentence;
        Assert.Contains("'cooling'", sentence, StringComparison.Ordinal);
        Assert.Contains("'river', begins at 20 deg C", sentence, StringComparison.Ordinal);
    }
}
