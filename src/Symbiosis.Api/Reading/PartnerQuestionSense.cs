using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>What a question for partners must say beyond the rules of single fields.</summary>
internal static class PartnerQuestionSense
{
    private const string Root = PartnerQuestionReader.Root;
    private const int HoursPerDay = 24;

    // Shares are rounded where they come from.
    private const double ShareTolerance = 1e-6;

    public static void Check(V1.FindPartnersRequest request, IReadOnlyList<string> parkIds, ViolationList violations)
    {
        CheckParkId($"{Root}.element.park_id", request.Element?.ParkId, parkIds, violations);
        CheckParkId($"{Root}.place.park_id", request.Place?.ParkId, parkIds, violations);
        if (request.Element is { ParkId: "" } && parkIds.Count > 1)
            violations.Error($"{Root}.element.park_id", ViolationCodes.Required, $"There are {parkIds.Count} parks; say which one the plant stands in.");

        CheckSideAndPlace(request, violations);
        if (request.Heat is { } heat)
            CheckHeat(heat, violations);
        if (request.Material is { } material)
            CheckMaterial(material, violations);
        if (request.Power is { } power)
            CheckDay($"{Root}.power.day_profile", power.DayProfile, violations);
        if (request.Place is { } place)
            CheckPlace(place, violations);
    }

    private static void CheckParkId(string path, string? id, IReadOnlyList<string> known, ViolationList violations)
    {
        if (id is { Length: > 0 } && !known.Contains(id))
            violations.Error(path, ViolationCodes.UnknownId, $"There is no park '{IdText.Short(id)}' in the request.{NearestName.Question(id, known)}", IdText.Short(id));
    }

    private static void CheckSideAndPlace(V1.FindPartnersRequest request, ViolationList violations)
    {
        if (request.SubjectCase is V1.FindPartnersRequest.SubjectOneofCase.None)
            return;
        if (request.Element is not null)
        {
            if (request.Place is not null)
                violations.Error($"{Root}.place", ViolationCodes.OneofConflict, "An element stands at its plant; leave the place out.");
            return;
        }

        if (request.Side == V1.PartnerSide.Unspecified)
            violations.Error($"{Root}.side", ViolationCodes.Required, "Say whether it is offered or needed: PARTNER_SIDE_OFFER or PARTNER_SIDE_NEED.");
        if (request.Place is null)
            violations.Error($"{Root}.place", ViolationCodes.Required, "Say where it stands: node_id, x_m and y_m, or latitude_degrees and longitude_degrees.");
    }

    private static void CheckPlace(V1.PartnerPlace place, ViolationList violations)
    {
        const string Path = $"{Root}.place";
        CheckPair($"{Path}.x_m", $"{Path}.y_m", place.HasXM, place.HasYM, violations);
        CheckPair($"{Path}.latitude_degrees", $"{Path}.longitude_degrees", place.HasLatitudeDegrees, place.HasLongitudeDegrees, violations);
        bool[] given = [place.NodeId.Length > 0, place.HasXM || place.HasYM, place.HasLatitudeDegrees || place.HasLongitudeDegrees];
        var count = given.Count(way => way);
        if (count == 0)
            violations.Error($"{Path}.node_id", ViolationCodes.Required, "Give node_id, x_m and y_m, or latitude_degrees and longitude_degrees.");
        else if (count > 1)
            violations.Error(Path, ViolationCodes.OneofConflict, "The place is said in two ways. Keep one of node_id, x_m and y_m, latitude_degrees and longitude_degrees.");
    }

    private static void CheckPair(string first, string second, bool hasFirst, bool hasSecond, ViolationList violations)
    {
        if (hasFirst != hasSecond)
            violations.Error(hasFirst ? second : first, ViolationCodes.CoordinatesMissing, "Two coordinates make a place; the other one is missing.");
    }

    private static void CheckHeat(V1.HeatSubject heat, ViolationList violations)
    {
        if (heat is { HasSupplyCelsius: true, HasReturnCelsius: true } && heat.ReturnCelsius > heat.SupplyCelsius)
        {
            violations.Error(
                $"{Root}.heat.return_celsius",
                ViolationCodes.TemperatureOrder,
                $"Heat at {NumberText.Of(heat.SupplyCelsius)} deg C is cooled to, or warmed from, less than that, not {NumberText.Of(heat.ReturnCelsius)} deg C.",
                $"{heat.ReturnCelsius:R}");
        }

        CheckDay($"{Root}.heat.day_profile", heat.DayProfile, violations);
    }

    private static void CheckMaterial(V1.MaterialSubject material, ViolationList violations)
    {
        const string Path = $"{Root}.material";
        CheckDay($"{Path}.day_profile", material.DayProfile, violations);
        var sum = material.Composition.Sum(content => content.Fraction);
        if (sum > 1 + ShareTolerance)
            violations.Error($"{Path}.composition", ViolationCodes.CompositionSum, $"The shares add up to {NumberText.Of(sum)}; at most 1 is possible.", $"{sum:R}");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < material.Composition.Count; i++)
        {
            var component = material.Composition[i].Component;
            if (component.Length > 0 && !seen.Add(component))
                violations.Error($"{Path}.composition[{i}].component", ViolationCodes.DuplicateId, $"'{IdText.Short(component)}' is given twice.", IdText.Short(component));
        }

        for (var i = 0; i < material.Limits.Count; i++)
        {
            if (material.Limits[i] is { HasMinFraction: true, HasMaxFraction: true } limit && limit.MinFraction > limit.MaxFraction)
                violations.Error($"{Path}.limits[{i}].min_fraction", ViolationCodes.QualityLimits, "The smallest share is above the largest.", $"{limit.MinFraction:R}");
        }
    }

    private static void CheckDay(string path, IReadOnlyList<double> factors, ViolationList violations)
    {
        if (factors.Count == 0)
            return;
        if (factors.Count != HoursPerDay)
            violations.Error(path, ViolationCodes.ProfileLength, $"A day has {HoursPerDay} factors, one an hour; {factors.Count} are given.", $"{factors.Count}");
        else if (!factors.Any(factor => factor > 0))
            violations.Error(path, ViolationCodes.OutOfRange, "All factors are 0, so nothing ever flows.", "0");
    }
}
