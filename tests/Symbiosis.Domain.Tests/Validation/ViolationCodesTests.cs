using Symbiosis.Domain.Validation;

namespace Symbiosis.Domain.Tests.Validation;

public sealed class ViolationCodesTests
{
    // Codes are forever: programs of others compare with them. A new code is a new line; a changed or lost line is a break.
    private const string Codes = """
        BAD_ID
        CANDIDATE_SITE_OCCUPIED
        CARRIER_TEMPERATURE
        COMPOSITION_SUM
        CONTRACT_WITH_SELF
        CONTRACT_WITHOUT_ROUTE
        COOLING_UNREACHABLE
        COORDINATES_MISSING
        COORDINATES_MIXED
        CORRIDOR_LOOP
        COST_POINTS
        CSV_MALFORMED
        CSV_MISSING_COLUMN
        CSV_NOT_A_NUMBER
        CSV_UNEQUAL_LENGTH
        DUPLICATE_ID
        DUPLICATE_KEY
        HEAT_UNREACHABLE
        IMPROBABLE
        INLET_UNMET
        INLET_WITHOUT_INPUT
        INVALID_JSON
        INVALID_UTF8
        MATERIAL_IMMOBILE
        NOT_A_SITE
        NOT_FINITE
        ONEOF_CONFLICT
        OUT_OF_RANGE
        PAIR_WITH_SELF
        PLANT_NOT_YOURS
        PORT_DIRECTION
        PROFILE_LENGTH
        PROFILE_NEGATIVE
        PROFILE_NOT_HOURLY
        PROFILES_CSV_NOT_MERGED
        QUALITY_LIMITS
        RATIO_RANGE
        REFERENCE_PORT
        REQUIRED
        RULE_INCOMPLETE
        SIZE_OF_OTHER_CARRIER
        SIZE_RANGE
        STORAGE_BOUNDARY
        STREAM_KIND_CONTRADICTED
        STREAM_KIND_UNDECIDABLE
        TARIFF_CONFLICT
        TARIFF_TIERS
        TARIFF_WINDOWS
        TEMPERATURE_MISSING
        TEMPERATURE_ORDER
        TIME_CONFLICT
        TIME_MISMATCH
        TOO_DEEP
        TOO_LARGE
        TRADE_OFF
        TRADE_OFF_CYCLE
        TWO_ENERGY_SOURCES
        UNKNOWN_ENUM_VALUE
        UNKNOWN_FIELD
        UNKNOWN_ID
        UNREACHABLE_SITE
        WRONG_CARRIER_KIND
        WRONG_TYPE
        YEARS_CROSSED
        """;

    [Fact]
    public void Codes_NeverChange()
    {
        var codes = typeof(ViolationCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);

        Assert.Equal(Codes.ReplaceLineEndings("\n").Split('\n').Order(StringComparer.Ordinal), codes);
    }
}
