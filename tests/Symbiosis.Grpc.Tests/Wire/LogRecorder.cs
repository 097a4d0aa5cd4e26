using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Keeps the error lines of a host, each with its category, event and exception.</summary>
internal sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _errors = new();

    /// <summary>Lines of level Error and Critical so far.</summary>
    public IReadOnlyList<string> Errors => [.. _errors];

    public ILogger CreateLogger(string categoryName) => new Recording(categoryName, _errors);

    public void Clear() => _errors.Clear();

    public void Dispose()
    {
    }

    private sealed class Recording(string category, ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                errors.Enqueue($"{category} [{eventId.Id} {eventId.Name}] {formatter(state, exception)} {exception}");
        }
    }
}
