using Symbiosis.Domain.Parks;

namespace Symbiosis.Domain.Tests.Time;

/// <summary>Parks of which only time, profiles and tariffs matter.</summary>
internal static class TimeParks
{
    public static Park Explicit(double horizonHours, params Period[] periods) =>
        new() { Id = "park", Time = new TimeStructure { HorizonHours = horizonHours, Periods = periods } };

    public static Park Typical(int count, int? peakDays, double stepHours, params double[][] hourly) =>
        WithLoads(new() { Count = count, PeakDays = peakDays, StepHours = stepHours }, hourly);

    public static Park WithLoads(TypicalDays? typicalDays, params double[][] profiles) => new()
    {
        Id = "park",
        Time = new TimeStructure { HorizonHours = 8760, TypicalDays = typicalDays },
        Profiles = [.. profiles.Select((values, index) => new Profile { Id = $"p{index}", Values = values })],
        Plants =
        [
            new Plant
            {
                Id = "works",
                SiteId = "plot",
                Demands = [.. profiles.Select((_, index) => new CarrierDemand { Id = $"d{index}", CarrierId = "power", NeedKw = 1, NeedProfileId = $"p{index}" })],
            },
        ],
    };

    public static Period Step(double durationHours, double weight = 1, int month = 1, double? startHour = null, string? dayId = null) =>
        new() { DurationHours = durationHours, Weight = weight, Month = month, StartHour = startHour, DayId = dayId };

    public static double[] Year(Func<int, int, double> valueOfDayAndHour) =>
        [.. Enumerable.Range(0, 8760).Select(hour => valueOfDayAndHour(hour / 24, hour % 24))];

    public static Park With(this Park park, params Profile[] profiles) => park with { Profiles = [.. park.Profiles, .. profiles] };

    public static Profile Series(string id, params double[] values) => new() { Id = id, Values = values };
}
