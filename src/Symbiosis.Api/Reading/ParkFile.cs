using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Api.Reading;

/// <summary>Reads a park from a folder: its JSON and, where it names one, the CSV of profiles beside it.</summary>
public static class ParkFile
{
    /// <summary>The park, checked; see <see cref="ParkReader"/>.</summary>
    /// <exception cref="IOException">The park's own file cannot be read. A CSV that cannot be read is a violation.</exception>
    /// <exception cref="UnauthorizedAccessException">The park's own file may not be read.</exception>
    public static Validated<Park> Read(string parkPath)
    {
        var message = ReadMessage(parkPath);
        return message.IsValid ? ParkReader.Read(message.Value) : Validated<Park>.Create(null, message.Violations);
    }

    /// <summary>The message with its profiles merged in, ready to be sent to a service; ranges and sense are not looked at.</summary>
    /// <exception cref="IOException">The park's own file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The park's own file may not be read.</exception>
    public static Validated<V1.Park> ReadMessage(string parkPath)
    {
        var message = ParkReader.ParseJson(File.ReadAllBytes(parkPath));
        if (!message.IsValid || message.Value.ProfilesCsv.Length == 0) return message;

        // Only a file beside the park: a park from elsewhere must not name any file of the machine it is read on.
        var name = message.Value.ProfilesCsv;
        if (name != Path.GetFileName(name) || name.Contains('\\') || name is "." or "..") return Refused(name, "must be a plain file name, in the park's own folder");
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(parkPath)) ?? "";
            return ProfileCsv.Merge(message.Value, File.ReadAllText(Path.Combine(folder, name)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Refused(name, "cannot be read");
        }
    }

    private static Validated<V1.Park> Refused(string name, string reason) => Validated<V1.Park>.Create(
        null, [new Violation($"{ParkReader.Root}.profiles_csv", ViolationCodes.CsvMalformed, $"'{name}' {reason}.", name)]);
}
