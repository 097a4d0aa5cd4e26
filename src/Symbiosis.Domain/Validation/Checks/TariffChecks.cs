using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Validation.Checks;

/// <summary>Tariffs: windows and surcharge steps.</summary>
internal static class TariffChecks
{
    private const int MonthCount = 12;

    public static void Check(Park park, ViolationList violations)
    {
        foreach (var (path, tariff) in Places.Of("park.tariffs", park.Tariffs))
        {
            if (tariff.EnergyProfileId is not null && tariff.Windows.Count > 0)
                violations.Error($"{path}.energy_profile_id", ViolationCodes.TariffConflict, $"Tariff '{tariff.Id}' has both windows and a profile; give one.", tariff.EnergyProfileId);
            CheckTiers(path, tariff, violations);
            CheckWindows(path, tariff, violations);
        }
    }

    private static void CheckTiers(string path, Tariff tariff, ViolationList violations)
    {
        for (var i = 1; i < tariff.Tiers.Count; i++)
        {
            var (before, tier) = (tariff.Tiers[i - 1], tariff.Tiers[i]);
            if (tier.FromKwh <= before.FromKwh)
                violations.Error($"{path}.tiers[{i}].from_kwh", ViolationCodes.TariffTiers, "Each step must begin at a larger volume than the one before.", NumberText.Of(tier.FromKwh));
            if (tier.SurchargeCnyPerKwh < before.SurchargeCnyPerKwh)
                violations.Error($"{path}.tiers[{i}].surcharge_cny_per_kwh", ViolationCodes.TariffTiers, "A step's surcharge must not be less than that of the one before.", NumberText.Of(tier.SurchargeCnyPerKwh));
        }
    }

    private static void CheckWindows(string path, Tariff tariff, ViolationList violations)
    {
        var told = new HashSet<int>();
        for (var i = 0; i < tariff.Windows.Count; i++)
        {
            var window = tariff.Windows[i];
            if (window.FromHour != window.ToHour && window.FromHour < 24) continue;
            told.Add(i);
            var sentence = "The window is empty: from_hour is below 24 and differs from to_hour. Write 0 to 24 for the whole day.";
            violations.Error($"{path}.windows[{i}].to_hour", ViolationCodes.TariffWindows, sentence, NumberText.Of(window.ToHour));
        }

        for (var month = 1; month <= MonthCount; month++)
        {
            var spans = tariff.Windows
                .SelectMany((window, index) => window.Months.Count == 0 || window.Months.Contains(month) ? Spans(window, index) : [])
                .OrderBy(span => span.From)
                .ToList();
            for (var i = 1; i < spans.Count; i++)
            {
                var (before, span) = (spans[i - 1], spans[i]);
                if (span.From >= before.To || !told.Add(Math.Max(before.Index, span.Index))) continue;
                var sentence = $"In month {month} the window overlaps windows[{Math.Min(before.Index, span.Index)}] at hour {NumberText.Of(span.From)}; an hour has one price.";
                violations.Error($"{path}.windows[{Math.Max(before.Index, span.Index)}]", ViolationCodes.TariffWindows, sentence, NumberText.Of(span.From));
            }
        }
    }

    // A window over midnight is two spans of one day.
    private static IEnumerable<(double From, double To, int Index)> Spans(TariffWindow window, int index)
    {
        if (window.FromHour < window.ToHour) return [(window.FromHour, window.ToHour, index)];
        return window.ToHour > 0 ? [(window.FromHour, 24, index), (0, window.ToHour, index)] : [(window.FromHour, 24, index)];
    }
}
