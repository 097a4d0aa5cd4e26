using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Symbiosis.Interop.Tests.Tools;

/// <summary>A program that runs beside the tests. Disposing ends it and its children.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Func<string, bool>? _stopAt;
    private readonly string _stopSignal;
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Line)> _waiting = [];

    public RunningProgram(
        string path, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null, Func<string, bool>? stopAt = null, string stopSignal = "INT")
    {
        _stopAt = stopAt;
        _stopSignal = stopSignal;
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? "",
        };
        // A proxy of the machine must not stand between a client and a loopback address.
        foreach (var name in new[] { "http_proxy", "https_proxy", "grpc_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy" })
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(_error, line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>All that it has written to standard output.</summary>
    public string Output => TextOf(_output);

    /// <summary>All that it has written to standard error.</summary>
    public string Error => TextOf(_error);

    /// <summary>Waits for a line of its output or errors, also one that came before.</summary>
    /// <exception cref="TimeoutException">None came within the limit.</exception>
    /// <exception cref="InvalidOperationException">The program ended before.</exception>
    public async Task<string> WaitForLineAsync(Func<string, bool> wanted, TimeSpan limit, CancellationToken stop)
    {
        var line = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if ((_output.ToString() + _error).Split('\n').FirstOrDefault(wanted) is { } earlier) return earlier;
            _waiting.Add((wanted, line));
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(limit);
        var ended = _process.WaitForExitAsync(deadline.Token);
        if (await Task.WhenAny(line.Task, ended) == line.Task) return await line.Task;
        if (line.Task.IsCompleted) return await line.Task;
        stop.ThrowIfCancellationRequested();
        throw ended.IsCompletedSuccessfully
            ? new InvalidOperationException($"The program ended with {_process.ExitCode}.\n{Output}\n{Error}")
            : new TimeoutException($"The awaited line did not come within {limit.TotalSeconds} s.\n{Output}\n{Error}");
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>Exit code.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken stop)
    {
        await _process.WaitForExitAsync(stop);
        return _process.ExitCode;
    }

    /// <summary>Asks the program to end, as Ctrl-C does (INT) or the system does (TERM).</summary>
    public void Signal(string name)
    {
        if (_process.HasExited) return;
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Hear(StringBuilder into, string? line)
    {
        if (line is null) return;
        lock (_output)
        {
            into.Append(line).Append('\n');
            foreach (var (_, waiting) in _waiting.Where(entry => entry.Wanted(line))) waiting.TrySetResult(line);
        }

        if (_stopAt?.Invoke(line) == true) Signal(_stopSignal);
    }

    private string TextOf(StringBuilder text)
    {
        lock (_output) return text.ToString();
    }
}
