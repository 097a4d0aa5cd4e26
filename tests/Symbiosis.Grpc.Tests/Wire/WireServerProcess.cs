using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>The test host as a process of its own, so that its death and its memory can be told from those of the tests.</summary>
public sealed class WireServerProcess : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _log = new();
    private Process _process = null!;

    internal int Port { get; private set; }

    internal bool IsAlive => !_process.HasExited;

    /// <summary>Entries of level Error and Critical in the console log, each with its exception.</summary>
    internal IReadOnlyList<string> Errors
    {
        get
        {
            var entries = new List<string>();
            var isError = false;
            foreach (var line in _log)
            {
                // The console writes "fail: category[id]" and then indented lines.
                if (line.Length > 0 && line[0] != ' ')
                {
                    isError = line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal) || line.StartsWith("Unhandled", StringComparison.Ordinal);
                    if (isError)
                        entries.Add(line);
                }
                else if (isError)
                {
                    entries[^1] += '\n' + line;
                }
            }

            return entries;
        }
    }

    /// <summary>All that it wrote to its error output.</summary>
    internal string LogText => string.Join('\n', _log);

    /// <summary>Resident memory, MiB.</summary>
    internal double MemoryMib
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Symbiosis.Grpc.TestHost.dll"), "--h2c-port", "0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // One heap in place of one for each core: what is measured is what is kept, not what the collector has not yet looked at.
        start.Environment["DOTNET_gcServer"] = "0";
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.BeginErrorReadLine();
        var ports = await _process.StandardOutput.ReadLineAsync().WaitAsync(WireConnection.Patience);
        Port = JsonDocument.Parse(ports ?? throw new InvalidOperationException($"The host wrote no ports: {LogText}")).RootElement.GetProperty("h2cPort").GetInt32();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        return ValueTask.CompletedTask;
    }
}
