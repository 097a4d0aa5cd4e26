using Symbiosis.Api.Reading;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Scenarios;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Cli.Files;

/// <summary>Reads parks and scenarios that the command line names.</summary>
internal static class InputFiles
{
    /// <summary>A park, checked.</summary>
    /// <param name="workingFolder">Relative paths start here.</param>
    /// <param name="path">Its file, or the folder of its <c>park.json</c>.</param>
    /// <param name="typicalDayCount">Typical days in place of the park's, 1 to 366; absent: as the park says.</param>
    /// <exception cref="BadInputException">The file cannot be read, or typical days do not suit it.</exception>
    public static Validated<Park> ReadPark(string workingFolder, string path, int? typicalDayCount)
    {
        var message = ReadParkMessage(workingFolder, path, typicalDayCount);
        return message.IsValid ? ParkReader.Read(message.Value) : Validated<Park>.Create(null, message.Violations);
    }

    /// <summary>The same as a message with all profiles inside, ready for a server; ranges and sense are not looked at.</summary>
    /// <exception cref="BadInputException">The file cannot be read, or typical days do not suit it.</exception>
    public static Validated<V1.Park> ReadParkMessage(string workingFolder, string path, int? typicalDayCount)
    {
        var file = FilePaths.FindPark(workingFolder, path);
        var message = Reading(path, () => ParkFile.ReadMessage(file));

        // Before the park is checked, so that a park without hourly profiles is refused like any other fault of it.
        if (message.IsValid && typicalDayCount is { } count)
            SetTypicalDays(message.Value, count, path);
        return message;
    }

    /// <summary>A scenario for a park, checked.</summary>
    /// <param name="workingFolder">Relative paths start here.</param>
    /// <param name="path">Its file.</param>
    /// <param name="park">The park it changes.</param>
    /// <param name="keepsTypicalDays">False: the scenario's typical days are left out, because the command line gave some.</param>
    /// <exception cref="BadInputException">The file cannot be read.</exception>
    public static Validated<Scenario> ReadScenario(string workingFolder, string path, Park park, bool keepsTypicalDays)
    {
        var file = FilePaths.FindFile(workingFolder, path);
        var scenario = Reading(path, () => ScenarioReader.ReadJson(File.ReadAllBytes(file), park));
        if (keepsTypicalDays || !scenario.IsValid)
            return scenario;
        return Validated<Scenario>.Create(scenario.Value with { TypicalDays = null }, scenario.Violations);
    }

    /// <summary>The same as a message, ready for a server; ranges and sense are not looked at.</summary>
    /// <exception cref="BadInputException">The file cannot be read.</exception>
    public static Validated<V1.Scenario> ReadScenarioMessage(string workingFolder, string path, bool keepsTypicalDays)
    {
        var file = FilePaths.FindFile(workingFolder, path);
        var message = Reading(path, () => ScenarioReader.ParseJson(File.ReadAllBytes(file)));
        if (message.IsValid && !keepsTypicalDays)
            message.Value.TypicalDays = null;
        return message;
    }

    private static void SetTypicalDays(V1.Park park, int count, string path)
    {
        park.Time ??= new V1.TimeStructure();
        if (park.Time.Periods.Count > 0)
            throw new BadInputException(CommandMessages.TypicalDaysWithPeriods, path);

        park.Time.TypicalDays ??= new V1.TypicalDays();
        park.Time.TypicalDays.Count = count;
        if (park.Time.TypicalDays.HasPeakDays && park.Time.TypicalDays.PeakDays >= count)
            park.Time.TypicalDays.ClearPeakDays();
    }

    private static T Reading<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(CommandMessages.FileUnreadable, path, fault.Message);
        }
    }
}
