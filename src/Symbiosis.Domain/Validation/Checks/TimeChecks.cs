using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>Periods, typical days, horizon and the profiles over them.</summary>
internal static class TimeChecks
{
    private const double RelativeTolerance = 1e-6;

    public static void Check(Park park, ViolationList violations)
    {
        var time = park.Time;
        if (time.Periods.Count > 0)
        {
            if (time.TypicalDays is not null)
                violations.Error("park.time.typical_days", ViolationCodes.TimeConflict, "Give either periods or typical_days, not both.");

            var sum = time.Periods.Sum(period => period.DurationHours * period.Weight);
            if (Math.Abs(sum - time.HorizonHours) > RelativeTolerance * Math.Max(1, time.HorizonHours))
            {
                var sentence = $"The periods' durations times weights add up to {NumberText.Of(sum)} h, the horizon has {NumberText.Of(time.HorizonHours)} h. Mend the weights, or set horizon_hours.";
                violations.Error("park.time.periods", ViolationCodes.TimeMismatch, sentence, NumberText.Of(sum));
            }
        }

        for (var i = 0; i < time.Periods.Count; i++)
        {
            if (time.Periods[i].StartHour is >= 24)
                violations.Error($"park.time.periods[{i}].start_hour", ViolationCodes.OutOfRange, "A step starts before hour 24 of its day; write 0 for midnight.", "24");
        }

        if (time.TypicalDays is { } days) CheckDays(days, time.HorizonHours, "park.time.typical_days", violations);
        CheckProfiles(park, time.TypicalDays, violations);
        CheckSigns(park, violations);
    }

    /// <summary>Whether the days fit the horizon and their steps fit a day.</summary>
    public static void CheckDays(TypicalDays days, double horizonHours, string path, ViolationList violations)
    {
        var dayCount = horizonHours / 24;
        if (Math.Abs(dayCount - Math.Round(dayCount)) > RelativeTolerance)
            violations.Error(path, ViolationCodes.TimeMismatch, $"Typical days need a horizon of whole days; {NumberText.Of(horizonHours)} h is not.", NumberText.Of(horizonHours));
        else if (days.Count > Math.Round(dayCount))
            violations.Error($"{path}.count", ViolationCodes.TimeMismatch, $"{days.Count} typical days are more than the {NumberText.Of(dayCount)} days of the horizon.", $"{days.Count}");

        if (days.PeakDays is { } peaks && peaks >= days.Count)
            violations.Error($"{path}.peak_days", ViolationCodes.TimeMismatch, "Fewer days are kept for peaks than there are typical days.", $"{peaks}");

        var stepCount = 24 / days.StepHours;
        if (Math.Abs(stepCount - Math.Round(stepCount)) > RelativeTolerance)
            violations.Error($"{path}.step_hours", ViolationCodes.TimeMismatch, "The length of a step must divide 24 h.", NumberText.Of(days.StepHours));
    }

    /// <summary>Whether each profile has one of the accepted lengths.</summary>
    public static void CheckProfiles(Park park, TypicalDays? days, ViolationList violations)
    {
        // An unmerged CSV is told by the reader; that its profiles are empty follows from it.
        if (park.ProfilesCsv is not null) return;
        var hourCount = park.Time.HorizonHours;
        var stepCount = park.Time.Periods.Count > 0 ? park.Time.Periods.Count : park.Profiles.Select(profile => profile.Values.Count).DefaultIfEmpty(0).Max();
        foreach (var (path, profile) in Places.Of("park.profiles", park.Profiles))
        {
            var count = profile.Values.Count;
            var isHourly = Math.Abs(count - hourCount) < RelativeTolerance;
            if (count == 24 || (count > 0 && isHourly)) continue;
            if (count == 0)
            {
                violations.Error($"{path}.values", ViolationCodes.ProfileLength, "The profile has no values.", profile.Id);
            }
            else if (days is not null)
            {
                var sentence = $"Typical days are chosen from hourly profiles of {NumberText.Of(hourCount)} values (or a day's 24); this one has {count}.";
                violations.Error($"{path}.values", ViolationCodes.ProfileNotHourly, sentence, $"{count}");
            }
            else if (count != stepCount)
            {
                var sentence = $"The profile has {count} values; {stepCount} (one a period), 24 (one day) or {NumberText.Of(hourCount)} (hourly) are accepted.";
                violations.Error($"{path}.values", ViolationCodes.ProfileLength, sentence, $"{count}");
            }
        }
    }

    private static void CheckSigns(Park park, ViolationList violations)
    {
        var smallest = Places.ById(park.Profiles, profile => profile.Id).ToDictionary(
            pair => pair.Key, pair => pair.Value.Values.DefaultIfEmpty(0).Min(), StringComparer.Ordinal);
        foreach (var (path, profileId) in FlowProfiles(park))
        {
            if (profileId is null || !smallest.TryGetValue(profileId, out var least) || least >= 0) continue;
            violations.Error(path, ViolationCodes.ProfileNegative, $"Profile '{profileId}' falls to {NumberText.Of(least)}; a flow or size cannot be negative.", profileId);
        }
    }

    private static IEnumerable<(string Path, string? ProfileId)> FlowProfiles(Park park)
    {
        foreach (var (path, plant) in Places.Plants(park))
        {
            foreach (var (at, item) in Places.Of($"{path}.streams", plant.Streams)) yield return ($"{at}.heat_profile_id", item.HeatProfileId);
            foreach (var (at, item) in Places.Of($"{path}.hot_utilities", plant.HotUtilities)) yield return ($"{at}.availability_profile_id", item.AvailabilityProfileId);
            foreach (var (at, item) in Places.Of($"{path}.outlets", plant.Outlets)) yield return ($"{at}.flow_profile_id", item.FlowProfileId);
            foreach (var (at, item) in Places.Of($"{path}.inlets", plant.Inlets)) yield return ($"{at}.flow_profile_id", item.FlowProfileId);
            foreach (var (at, item) in Places.Of($"{path}.generators", plant.Generators)) yield return ($"{at}.output_profile_id", item.OutputProfileId);
            foreach (var (at, item) in Places.Of($"{path}.demands", plant.Demands)) yield return ($"{at}.need_profile_id", item.NeedProfileId);
            foreach (var (at, item) in Places.Of($"{path}.supplies", plant.Supplies)) yield return ($"{at}.availability_profile_id", item.AvailabilityProfileId);
            foreach (var (at, item) in Places.Of($"{path}.offtakes", plant.Offtakes)) yield return ($"{at}.availability_profile_id", item.AvailabilityProfileId);
            foreach (var (at, converter) in Places.Of($"{path}.converters", plant.Converters))
            {
                yield return ($"{at}.availability_profile_id", converter.AvailabilityProfileId);
                foreach (var (portAt, port) in Places.Of($"{at}.ports", converter.Ports)) yield return ($"{portAt}.ratio_profile_id", port.RatioProfileId);
            }
        }

        foreach (var (at, contract) in Places.Of("park.contracts", park.Contracts)) yield return ($"{at}.flow_profile_id", contract.FlowProfileId);
    }
}
