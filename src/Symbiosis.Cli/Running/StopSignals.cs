using System.Runtime.InteropServices;

namespace Symbiosis.Cli.Running;

/// <summary>Ctrl-C and SIGTERM: the first asks for a stop, the second ends the program at once.</summary>
internal static class StopSignals
{
    /// <summary>Calls <paramref name="onFirst"/> once, on another thread, at the first signal; dispose the answer to have signals end the program again.</summary>
    public static IDisposable Watch(Action onFirst)
    {
        var count = 0;
        var registrations = new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal)).ToArray();
        return new Registrations(registrations);

        void OnSignal(PosixSignalContext context)
        {
            if (Interlocked.Increment(ref count) > 1)
                return;

            context.Cancel = true;
            onFirst();
        }
    }

    private sealed class Registrations(PosixSignalRegistration[] registrations) : IDisposable
    {
        public void Dispose()
        {
            foreach (var registration in registrations)
                registration.Dispose();
        }
    }
}
