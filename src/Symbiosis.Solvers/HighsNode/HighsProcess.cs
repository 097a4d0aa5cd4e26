using System.Collections.Concurrent;
using System.Diagnostics;
using Symbiosis.Milp;
using Symbiosis.Solvers.Processes;

namespace Symbiosis.Solvers.HighsNode;

/// <summary>One engine process with its reader. Used by one session at a time.</summary>
internal sealed class HighsProcess : IDisposable
{
    // Small, so that a caller who is slow to take solutions slows the engine down instead of filling memory.
    private const int WaitingFrames = 16;

    private readonly HighsEngineOptions options;
    private readonly ChildProcess child;
    private readonly BlockingCollection<HighsFrame> frames = new(WaitingFrames);
    private readonly Thread reader;
    private Exception? readFault;
    private long lastHeard = Stopwatch.GetTimestamp();
    private int lastRequest;
    private bool isReady;

    private HighsProcess(HighsEngineOptions options, ChildProcess child)
    {
        this.options = options;
        this.child = child;
        reader = new Thread(ReadFrames) { IsBackground = true, Name = $"{child.EngineName} {child.Id}" };
        reader.Start();
    }

    public int Id => child.Id;

    /// <summary>Version of HiGHS, known once ready.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Size of the engine's memory after the last load or unload.</summary>
    public long MemoryBytes { get; private set; }

    /// <summary>It has served a request.</summary>
    public bool WasUsedBefore => MemoryBytes > 0;

    /// <summary>Ready and not ended.</summary>
    public bool IsHealthy => isReady && !child.HasExited && readFault is null;

    public static HighsProcess Start(string engineName, HighsEngineOptions options, string script) =>
        new(options, ChildProcess.Start(engineName, options.NodePath, [.. options.NodeArguments, script]));

    /// <summary>Waits for the process's first word.</summary>
    public void WaitUntilReady(CancellationToken stop)
    {
        if (isReady)
            return;
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var frame = Receive(TimeSpan.FromSeconds(1), stop);
            if (frame?.Type == "ready")
            {
                Version = frame.Text("version");
                isReady = true;
                return;
            }

            if (frame is not null)
                throw Unexpected(frame);
            if (Stopwatch.GetElapsedTime(started) > options.StartLimit)
                throw End(SolverFaultKind.Unresponsive, $"did not start within {options.StartLimit.TotalSeconds:0.#} s.");
        }
    }

    /// <summary>A number for the next request.</summary>
    public int NextRequest() => ++lastRequest;

    /// <summary>Writes a small frame on this thread: it fits into the pipe, for every earlier request has been read.</summary>
    public void Send(Action<Stream> write)
    {
        try
        {
            write(child.Input);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            throw Ended(fault);
        }
    }

    /// <summary>Writes a frame of any size. A process that does not read is ended after the silence limit.</summary>
    public void SendLarge(Action<Stream> write)
    {
        // On another thread, since a write to a full pipe knows no time limit.
        var writing = Task.Factory.StartNew(() => write(child.Input), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            if (!writing.Wait(options.SilenceLimit))
                throw End(SolverFaultKind.Unresponsive, $"did not read its input for {options.SilenceLimit.TotalSeconds:0.#} s.");
        }
        catch (AggregateException fault) when (fault.InnerException is IOException or ObjectDisposedException)
        {
            throw Ended(fault.InnerException);
        }
    }

    /// <summary>Sends a request and waits for its <c>done</c>.</summary>
    public void Request(Action<Stream, int> write)
    {
        var id = NextRequest();
        SendLarge(stream => write(stream, id));
        while (true)
        {
            var frame = Receive(options.SilenceLimit, CancellationToken.None);
            if (frame is null || frame.Id != id)
                continue;
            if (frame.Type != "done")
                throw Unexpected(frame);
            MemoryBytes = (long)(frame.Number("memoryBytes") ?? 0);
            return;
        }
    }

    /// <summary>The next frame that is not merely a sign of life; <c>null</c> when none came in time.</summary>
    /// <exception cref="SolverException">The process ended, sent what is no frame, or has been silent for too long.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/>.</exception>
    public HighsFrame? Receive(TimeSpan wait, CancellationToken stop)
    {
        if (frames.TryTake(out var frame, Math.Max(0, (int)wait.TotalMilliseconds), stop))
            return frame;
        if (frames.IsCompleted)
            throw readFault is InvalidDataException ? End(SolverFaultKind.Protocol, $"{readFault.Message}.", readFault) : Ended(readFault);
        if (isReady && Stopwatch.GetElapsedTime(Interlocked.Read(ref lastHeard)) > options.SilenceLimit)
            throw End(SolverFaultKind.Unresponsive, $"has been silent for {options.SilenceLimit.TotalSeconds:0.#} s.");
        return null;
    }

    public SolverException Unexpected(HighsFrame frame) => frame.Type == "error"
        ? child.Fault(SolverFaultKind.EngineError, frame.Text("message"))
        : End(SolverFaultKind.Protocol, $"sent an unexpected '{frame.Type}'.");

    public SolverException Fault(SolverFaultKind kind, string message) => child.Fault(kind, message);

    /// <summary>Ends the process. A session that waits for it learns of its end, so the queue itself stays usable.</summary>
    public void Dispose()
    {
        child.Dispose();
        // Wakes a reader that waits for room, and ends it.
        while (!reader.Join(TimeSpan.FromMilliseconds(1)))
        {
            while (frames.TryTake(out _))
            {
            }
        }
    }

    private SolverException End(SolverFaultKind kind, string message, Exception? inner = null)
    {
        child.Kill();
        child.WaitForExit(TimeSpan.FromSeconds(2));
        return child.Fault(kind, message, inner);
    }

    private SolverException Ended(Exception? inner)
    {
        // The pipe closes a moment before the exit code is known.
        child.WaitForExit(TimeSpan.FromSeconds(2));
        child.Kill();
        var code = child.ExitCode is { } exit ? $" with exit code {exit}" : "";
        return child.Fault(SolverFaultKind.Crashed, $"the process ended{code}.", inner);
    }

    private void ReadFrames()
    {
        try
        {
            while (HighsProtocol.Read(child.Output) is { } frame)
            {
                Interlocked.Exchange(ref lastHeard, Stopwatch.GetTimestamp());
                if (frame.Type != "alive")
                    frames.Add(frame);
            }
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or ObjectDisposedException or OutOfMemoryException)
        {
            readFault = fault;
        }
        finally
        {
            frames.CompleteAdding();
        }
    }
}
