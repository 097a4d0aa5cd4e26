using Symbiosis.Domain.Parks;

namespace Symbiosis.Api.Reading;

/// <summary>Maps the messages of time.proto to the domain; absent numbers take the schema's defaults.</summary>
internal static class TimeMapping
{
    public static TimeStructure Read(V1.TimeStructure message) => new()
    {
        HorizonHours = message.HasHorizonHours ? message.HorizonHours : 8760,
        Periods = [.. message.Periods.Select(Read)],
        TypicalDays = message.TypicalDays is null ? null : Read(message.TypicalDays),
        YearlyChargeFactor = message.HasYearlyChargeFactor ? message.YearlyChargeFactor : null,
    };

    public static Period Read(V1.Period message) => new()
    {
        DurationHours = message.DurationHours,
        Weight = message.HasWeight ? message.Weight : 1,
        Month = message.HasMonth ? message.Month : 1,
        StartHour = message.HasStartHour ? message.StartHour : null,
        DayId = TextOrNull(message.DayId),
    };

    public static TypicalDays Read(V1.TypicalDays message) => new()
    {
        Count = message.Count,
        PeakDays = message.HasPeakDays ? message.PeakDays : null,
        StepHours = message.HasStepHours ? message.StepHours : 1,
    };

    public static Profile Read(V1.Profile message) => new()
    {
        Id = message.Id,
        Name = TextOrNull(message.Name),
        Values = [.. message.Values],
    };

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
