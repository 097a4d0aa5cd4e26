using System.Security.Cryptography;
using Symbiosis.Server.Configuration;
using Symbiosis.Server.Observing;

namespace Symbiosis.Server.Security;

/// <summary>
/// Something read from files, read again when they change. A file that can no longer be read leaves what was read last. Thread-safe.
/// </summary>
/// <remarks>Contents are compared, not times: secrets that are mounted as links change without a new time.</remarks>
internal sealed class WatchedFiles<T> : IDisposable
    where T : class
{
    private readonly string _what;
    private readonly IReadOnlyList<string> _paths;
    private readonly Func<IReadOnlyList<byte[]>, T> _parse;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private string _stamp;
    private string? _toldFault;
    private T _current;

    /// <summary>Reads for the first time.</summary>
    /// <param name="what">What it is, for sentences.</param>
    /// <param name="paths">The files.</param>
    /// <param name="interval">How often they are looked at.</param>
    /// <param name="parse">Makes the thing of the files' bytes; throws where they are no good.</param>
    /// <param name="time">Clock.</param>
    /// <param name="logger">Told of changes and of files that cannot be read.</param>
    /// <exception cref="OptionsException">The files cannot be used.</exception>
    public WatchedFiles(string what, IReadOnlyList<string> paths, TimeSpan interval, Func<IReadOnlyList<byte[]>, T> parse, TimeProvider time, ILogger logger)
    {
        (_what, _paths, _parse, _logger) = (what, paths, parse, logger);
        try
        {
            var files = Read();
            (_stamp, _current) = (StampOf(files), parse(files));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new OptionsException([$"{what}: {string.Join(", ", paths)} cannot be used. {fault.Message}"]);
        }

        _timer = time.CreateTimer(_ => Look(), null, interval, interval);
    }

    /// <summary>As read last.</summary>
    public T Current => Volatile.Read(ref _current);

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_gate)
        {
            try
            {
                var files = Read();
                var stamp = StampOf(files);
                if (stamp == _stamp)
                    return;
                Volatile.Write(ref _current, _parse(files));
                (_stamp, _toldFault) = (stamp, null);
                _logger.FilesReloaded(_what);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // Between two writes a certificate and its key may not fit; the next look finds them whole.
                if (fault.Message == _toldFault)
                    return;
                _toldFault = fault.Message;
                _logger.FilesUnreadable(_what, fault.Message);
            }
        }
    }

    private List<byte[]> Read() => [.. _paths.Select(File.ReadAllBytes)];

    private static string StampOf(IEnumerable<byte[]> files) => string.Join('-', files.Select(file => Convert.ToHexString(SHA256.HashData(file))));
}
