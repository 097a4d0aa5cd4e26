using Symbiosis.Server.Configuration;
using Symbiosis.Server.Observing;

namespace Symbiosis.Server.Partners;

/// <summary>
/// The parks that the server keeps, read again when their files change. A file that breaks leaves the park as it was read last; a file that is taken away takes
/// its park with it. Thread-safe.
/// </summary>
internal sealed class ParkShelf : IDisposable
{
    private readonly ParkFolder? _folder;
    private readonly ILogger _logger;
    private readonly ITimer? _timer;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Stamp, KeptPark? Park)> _byFile = new(StringComparer.Ordinal);
    private string? _toldFault;
    private Dictionary<string, KeptPark> _byName = new(StringComparer.Ordinal);

    /// <summary>Reads the folder for the first time.</summary>
    /// <exception cref="OptionsException">The folder or a park in it cannot be used; all of them are named.</exception>
    public ParkShelf(PartnerOptions options, TimeProvider time, ILogger logger)
    {
        _logger = logger;
        if (options.ParksFolder is not { } path)
            return;

        _folder = new ParkFolder(Path.GetFullPath(path));
        var faults = new List<string>();
        try
        {
            Look((file, reason) => faults.Add($"Symbiosis:Partners:ParksFolder: {file}: {reason}"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add($"Symbiosis:Partners:ParksFolder: {fault.Message}");
        }

        if (faults.Count > 0)
            throw new OptionsException(faults);
        _timer = time.CreateTimer(_ => LookAgain(), null, options.ReloadInterval, options.ReloadInterval);
    }

    /// <summary>Names of all parks, ordered.</summary>
    public IReadOnlyList<string> Names => [.. Volatile.Read(ref _byName).Keys.Order(StringComparer.Ordinal)];

    /// <summary>The park of a name; null where there is none.</summary>
    public KeptPark? Find(string name) => Volatile.Read(ref _byName).GetValueOrDefault(name);

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private void LookAgain()
    {
        // A look at many parks may take longer than the interval.
        if (!_gate.TryEnter())
            return;
        try
        {
            Look((file, reason) => _logger.FilesUnreadable($"Park {file}", reason));
            _toldFault = null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            if (fault.Message != _toldFault)
                _logger.FilesUnreadable("Parks", fault.Message);
            _toldFault = fault.Message;
        }
        finally
        {
            _gate.Exit();
        }
    }

    private void Look(Action<string, string> onFault)
    {
        var files = _folder!.Files();
        foreach (var gone in _byFile.Keys.Except(files).ToList())
            _byFile.Remove(gone);
        foreach (var file in files)
            Look(file, onFault);

        var byName = new Dictionary<string, KeptPark>(StringComparer.Ordinal);
        foreach (var (_, park) in _byFile.Values)
        {
            if (park is not null)
                byName.Add(park.Name, park);
        }

        foreach (var changed in byName.Values.Where(park => _byName.GetValueOrDefault(park.Name)?.Revision != park.Revision))
            _logger.ParkKept(changed.Name, changed.Revision);
        foreach (var gone in _byName.Keys.Except(byName.Keys))
            _logger.ParkGone(gone);
        Volatile.Write(ref _byName, byName);
    }

    private void Look(string file, Action<string, string> onFault)
    {
        var known = _byFile.GetValueOrDefault(file);
        var stamp = "";
        try
        {
            stamp = ParkFolder.Stamp(file);
            if (stamp == known.Stamp)
                return;
            var park = ParkFolder.Read(file);
            var same = _byFile.FirstOrDefault(other => other.Key != file && other.Value.Park?.Name == park.Name).Key;
            if (same is not null)
                throw new InvalidDataException($"{_folder!.ShortName(same)} has a park of the same id, '{park.Park.Id}'.");
            _byFile[file] = (stamp, park);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            // With its stamp, so that the same fault is told once.
            _byFile[file] = (stamp, known.Park);
            if (stamp.Length > 0 || known.Stamp != stamp)
                onFault(_folder!.ShortName(file), fault.Message);
        }
    }
}
