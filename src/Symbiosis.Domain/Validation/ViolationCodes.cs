namespace Symbiosis.Domain.Validation;

/// <summary>Reason codes of violations. They are for programs: a code is never renamed and never changes its meaning.</summary>
public static class ViolationCodes
{
    /// <summary>A required field is absent or empty.</summary>
    public const string Required = "REQUIRED";

    /// <summary>A value outside the possible range.</summary>
    public const string OutOfRange = "OUT_OF_RANGE";

    /// <summary>A value outside the probable range (warning).</summary>
    public const string Improbable = "IMPROBABLE";

    /// <summary>The text is not JSON; the sentence gives line and column.</summary>
    public const string InvalidJson = "INVALID_JSON";

    /// <summary>The bytes are not UTF-8, or a string holds half a surrogate pair.</summary>
    public const string InvalidUtf8 = "INVALID_UTF8";

    /// <summary>More bytes than are read.</summary>
    public const string TooLarge = "TOO_LARGE";

    /// <summary>Objects and lists are nested more deeply than any message of the schema.</summary>
    public const string TooDeep = "TOO_DEEP";

    /// <summary>A key that the schema does not know.</summary>
    public const string UnknownField = "UNKNOWN_FIELD";

    /// <summary>A value of another type than the field's.</summary>
    public const string WrongType = "WRONG_TYPE";

    /// <summary>A field given twice in one object, also once as camelCase and once as snake_case.</summary>
    public const string DuplicateKey = "DUPLICATE_KEY";

    /// <summary>Two of several fields of which only one may be given.</summary>
    public const string OneofConflict = "ONEOF_CONFLICT";

    /// <summary>NaN, infinity or a number too large to be represented.</summary>
    public const string NotFinite = "NOT_FINITE";

    /// <summary>A name or number that the enumeration does not have.</summary>
    public const string UnknownEnumValue = "UNKNOWN_ENUM_VALUE";

    /// <summary>An id with forbidden characters or length.</summary>
    public const string BadId = "BAD_ID";

    /// <summary>Two things with one id where ids are unique.</summary>
    public const string DuplicateId = "DUPLICATE_ID";

    /// <summary>An id that nothing has.</summary>
    public const string UnknownId = "UNKNOWN_ID";

    /// <summary>The park names a CSV of profiles that has not been merged in.</summary>
    public const string ProfilesCsvNotMerged = "PROFILES_CSV_NOT_MERGED";

    /// <summary>A CSV of profiles that cannot be opened or has no usable header.</summary>
    public const string CsvMalformed = "CSV_MALFORMED";

    /// <summary>A profile without values for which the CSV has no column.</summary>
    public const string CsvMissingColumn = "CSV_MISSING_COLUMN";

    /// <summary>A cell of a profile's column that is not a finite number.</summary>
    public const string CsvNotANumber = "CSV_NOT_A_NUMBER";

    /// <summary>A line of the CSV with more or fewer cells than its header.</summary>
    public const string CsvUnequalLength = "CSV_UNEQUAL_LENGTH";

    /// <summary>A stream with equal temperatures that does not say whether it is hot or cold.</summary>
    public const string StreamKindUndecidable = "STREAM_KIND_UNDECIDABLE";

    /// <summary>A hot stream that warms, a cold one that cools, or a cold one that must be cooled.</summary>
    public const string StreamKindContradicted = "STREAM_KIND_CONTRADICTED";

    /// <summary>Temperatures in the wrong order for what gives or takes heat.</summary>
    public const string TemperatureOrder = "TEMPERATURE_ORDER";

    /// <summary>A heat carrier without the temperatures its kind needs.</summary>
    public const string TemperatureMissing = "TEMPERATURE_MISSING";

    /// <summary>A temperature that the carrier's substance cannot have.</summary>
    public const string CarrierTemperature = "CARRIER_TEMPERATURE";

    /// <summary>A cold stream that nothing at its plant can be hot enough for.</summary>
    public const string HeatUnreachable = "HEAT_UNREACHABLE";

    /// <summary>A stream that must be cooled below everything at its plant that could take the heat.</summary>
    public const string CoolingUnreachable = "COOLING_UNREACHABLE";

    /// <summary>A hot utility that names both a fuel and a carrier.</summary>
    public const string TwoEnergySources = "TWO_ENERGY_SOURCES";

    /// <summary>A carrier of a kind that cannot be used here.</summary>
    public const string WrongCarrierKind = "WRONG_CARRIER_KIND";

    /// <summary>A profile whose length fits neither the periods, nor a day, nor the hours of the horizon.</summary>
    public const string ProfileLength = "PROFILE_LENGTH";

    /// <summary>Typical days are wanted of a profile that is not hourly.</summary>
    public const string ProfileNotHourly = "PROFILE_NOT_HOURLY";

    /// <summary>Negative factors where flows, sizes or availabilities are meant.</summary>
    public const string ProfileNegative = "PROFILE_NEGATIVE";

    /// <summary>Periods, typical days and horizon that do not fit each other.</summary>
    public const string TimeMismatch = "TIME_MISMATCH";

    /// <summary>Both periods and typical days.</summary>
    public const string TimeConflict = "TIME_CONFLICT";

    /// <summary>Coordinates that are needed, or only one of a pair.</summary>
    public const string CoordinatesMissing = "COORDINATES_MISSING";

    /// <summary>Both metres and degrees in one park.</summary>
    public const string CoordinatesMixed = "COORDINATES_MIXED";

    /// <summary>A corridor from a node to itself.</summary>
    public const string CorridorLoop = "CORRIDOR_LOOP";

    /// <summary>A plant that no corridor joins to another plant (warning).</summary>
    public const string UnreachableSite = "UNREACHABLE_SITE";

    /// <summary>A plant on a junction.</summary>
    public const string NotASite = "NOT_A_SITE";

    /// <summary>A plant that stands on a site that is only a candidate.</summary>
    public const string CandidateSiteOccupied = "CANDIDATE_SITE_OCCUPIED";

    /// <summary>A size of another carrier than the one named.</summary>
    public const string SizeOfOtherCarrier = "SIZE_OF_OTHER_CARRIER";

    /// <summary>A contract without the pipes, roads, outlets or inlets it needs.</summary>
    public const string ContractWithoutRoute = "CONTRACT_WITHOUT_ROUTE";

    /// <summary>A contract of a plant with itself.</summary>
    public const string ContractWithSelf = "CONTRACT_WITH_SELF";

    /// <summary>A reference port whose ratio is not 1 and fixed.</summary>
    public const string ReferencePort = "REFERENCE_PORT";

    /// <summary>A port that flows the wrong way, or has fields of the other way.</summary>
    public const string PortDirection = "PORT_DIRECTION";

    /// <summary>A smallest ratio above the largest.</summary>
    public const string RatioRange = "RATIO_RANGE";

    /// <summary>A trade-off with the port itself or with a port of fixed ratio.</summary>
    public const string TradeOff = "TRADE_OFF";

    /// <summary>Trade-offs that refer to each other in a circle.</summary>
    public const string TradeOffCycle = "TRADE_OFF_CYCLE";

    /// <summary>Points of a cost law that do not increase.</summary>
    public const string CostPoints = "COST_POINTS";

    /// <summary>A smallest size above the largest, or a module above it.</summary>
    public const string SizeRange = "SIZE_RANGE";

    /// <summary>A storage's content at start, end and lowest level that contradict each other.</summary>
    public const string StorageBoundary = "STORAGE_BOUNDARY";

    /// <summary>Surcharge steps that do not rise.</summary>
    public const string TariffTiers = "TARIFF_TIERS";

    /// <summary>A tariff window that is empty or overlaps another in the same month.</summary>
    public const string TariffWindows = "TARIFF_WINDOWS";

    /// <summary>Both windows and a profile in one tariff.</summary>
    public const string TariffConflict = "TARIFF_CONFLICT";

    /// <summary>A smallest share above the largest.</summary>
    public const string QualityLimits = "QUALITY_LIMITS";

    /// <summary>Shares that add up to more than 1.</summary>
    public const string CompositionSum = "COMPOSITION_SUM";

    /// <summary>An inlet that accepts nothing and buys nothing.</summary>
    public const string InletWithoutInput = "INLET_WITHOUT_INPUT";

    /// <summary>A required inlet without purchases that the park's outlets cannot fill (warning).</summary>
    public const string InletUnmet = "INLET_UNMET";

    /// <summary>A material that no transport mode may carry (warning).</summary>
    public const string MaterialImmobile = "MATERIAL_IMMOBILE";

    /// <summary>A first year after the last.</summary>
    public const string YearsCrossed = "YEARS_CROSSED";

    /// <summary>A scenario's rule that lacks what it needs.</summary>
    public const string RuleIncomplete = "RULE_INCOMPLETE";

    /// <summary>A question about a pair that is one plant twice.</summary>
    public const string PairWithSelf = "PAIR_WITH_SELF";

    /// <summary>A question in the name of a plant that is not public and not the asker's own.</summary>
    public const string PlantNotYours = "PLANT_NOT_YOURS";
}
