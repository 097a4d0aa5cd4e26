using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Symbiosis.Milp;

namespace Symbiosis.Solvers.Processes;

/// <summary>Owns one engine process from start to end: whatever happens, <see cref="Dispose"/> leaves nothing running.</summary>
/// <remarks>Standard error is read all the time, or a talkative engine would block on a full pipe; only its end is kept.</remarks>
internal sealed class ChildProcess : IDisposable
{
    private const int TailCharacters = 4000;
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly StringBuilder errorTail = new();
    private readonly Thread errorReader;
    private int disposed;

    private ChildProcess(string engineName, Process process)
    {
        EngineName = engineName;
        this.process = process;
        Id = process.Id;
        Input = process.StandardInput.BaseStream;
        Output = process.StandardOutput.BaseStream;
        errorReader = new Thread(ReadErrors) { IsBackground = true, Name = engineName + " stderr" };
        errorReader.Start();
    }

    public string EngineName { get; }

    /// <summary>The system's process id.</summary>
    public int Id { get; }

    public Stream Input { get; }

    public Stream Output { get; }

    // Another thread may dispose while one asks; what has been disposed has ended.
    public bool HasExited => AskProcess(p => p.HasExited, whenDisposed: true);

    /// <summary>Known once the process has ended, unless it was ended by <see cref="Dispose"/>.</summary>
    public int? ExitCode => AskProcess(p => p.HasExited ? p.ExitCode : (int?)null, whenDisposed: null);

    /// <summary>Starts a program found on the PATH or by its path.</summary>
    /// <exception cref="SolverException">The program cannot be started.</exception>
    public static ChildProcess Start(string engineName, string program, IEnumerable<string> arguments, string? workingFolder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = workingFolder ?? "",
        };
        try
        {
            return new ChildProcess(engineName, Process.Start(start) ?? throw new InvalidOperationException("no process"));
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException)
        {
            throw new SolverException(
                engineName, SolverFaultKind.NotInstalled, $"cannot start '{program}' ({fault.Message}). Install it or give its path in the engine's options.", fault);
        }
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>False when it did not come in time.</returns>
    public bool WaitForExit(TimeSpan limit) => AskProcess(p => p.WaitForExit(limit), whenDisposed: true);

    /// <summary>Ends the process at once. Harmless when it has ended.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended between the question and the blow.
        }
    }

    /// <summary>The last lines of standard error; complete once the process has ended.</summary>
    public string StandardErrorTail()
    {
        if (HasExited)
            errorReader.Join(TimeSpan.FromMilliseconds(500));
        lock (errorTail)
            return errorTail.ToString().Trim();
    }

    /// <summary>A fault of this process with what is known about it.</summary>
    public SolverException Fault(SolverFaultKind kind, string message, Exception? inner = null)
    {
        var tail = StandardErrorTail();
        return new SolverException(EngineName, kind, tail.Length == 0 ? message : message + " It wrote: " + LastLines(tail), inner)
        {
            StandardErrorTail = tail,
            ExitCode = ExitCode,
        };
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        Kill();
        process.WaitForExit(EndLimit);
        errorReader.Join(EndLimit);
        process.Dispose();
    }

    private T AskProcess<T>(Func<Process, T> question, T whenDisposed)
    {
        try
        {
            return Volatile.Read(ref disposed) != 0 ? whenDisposed : question(process);
        }
        catch (InvalidOperationException)
        {
            return whenDisposed;
        }
    }

    private static string LastLines(string tail)
    {
        const int shown = 600;
        return tail.Length <= shown ? tail : "…" + tail[^shown..];
    }

    private void ReadErrors()
    {
        var buffer = new char[1024];
        try
        {
            for (int count; (count = process.StandardError.Read(buffer)) > 0;)
            {
                lock (errorTail)
                {
                    errorTail.Append(buffer, 0, count);
                    if (errorTail.Length > 2 * TailCharacters)
                        errorTail.Remove(0, errorTail.Length - TailCharacters);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // The pipe went with the process.
        }
    }
}
