using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Symbiosis.Server.Tests.Hosting;

/// <summary>The server as a process of its own, as an operator starts it.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _error.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _output);

    public string Error => string.Join('\n', _error);

    public int Id => _process.Id;

    public static ServerProcess Start(params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Symbiosis.Server.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return new ServerProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it says where it listens.</summary>
    public async Task<IReadOnlyList<Uri>> AddressesAsync()
    {
        await Eventually.TrueAsync(() => Output.Contains("curl ", StringComparison.Ordinal) || _process.HasExited, () => Error, TimeSpan.FromSeconds(60));
        return [.. Address().Matches(Output).Select(match => new Uri(match.Value)).Take(2)];
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return _process.ExitCode;
    }

    /// <summary>SIGTERM.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    [GeneratedRegex(@"http://[\w.:]+")]
    private static partial Regex Address();
}
