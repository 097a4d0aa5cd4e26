using System.Security.Cryptography;
using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Server.Partners;

/// <summary>Park files in a folder: <c>NAME/park.json</c> and <c>NAME.json</c>, each with the CSV files beside it.</summary>
internal sealed class ParkFolder(string path)
{
    private const int ToldFaultCount = 3;
    private const string ParkFileName = "park.json";

    /// <summary>Paths of the park files, ordered.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<string> Files() =>
    [
        .. Directory.GetFiles(path, "*.json").Concat(Directory.GetDirectories(path).Select(folder => Path.Combine(folder, ParkFileName)).Where(File.Exists)).Order(StringComparer.Ordinal),
    ];

    /// <summary>How a file is called in sentences and logs.</summary>
    public string ShortName(string file) => Path.GetRelativePath(path, file);

    /// <summary>What changes when the file or a CSV beside it changes.</summary>
    public static string Stamp(string file)
    {
        var beside = Directory.GetFiles(Path.GetDirectoryName(file)!, "*.csv").Order(StringComparer.Ordinal);
        return string.Join('-', beside.Prepend(file).Select(read => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(read)))));
    }

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="InvalidDataException">The park has faults.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static KeptPark Read(string file)
    {
        var message = ParkFile.ReadMessage(file);
        var read = message.IsValid ? ParkReader.Read(message.Value) : null;
        if (message.IsValid && read is { IsValid: true })
            return new KeptPark($"parks/{read.Value.Id}", read.Value, RevisionHash.Of(message.Value), message.Value.CalculateSize());

        var faults = (read?.Violations ?? message.Violations).Where(violation => violation.Severity == Severity.Error).ToList();
        var told = string.Join(' ', faults.Take(ToldFaultCount).Select(fault => $"{fault.FieldPath}: {fault.Sentence}"));
        throw new InvalidDataException(faults.Count > ToldFaultCount ? $"{told} ({faults.Count - ToldFaultCount} more)" : told);
    }
}
