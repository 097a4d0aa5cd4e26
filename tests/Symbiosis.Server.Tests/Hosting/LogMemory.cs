using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Symbiosis.Server.Tests.Hosting;

/// <summary>Remembers every log line, down to trace.</summary>
internal sealed class LogMemory : ILoggerProvider
{
    // It calls an engine that is still starting an error; the server's own filter leaves it out, too.
    private const string Probing = "Microsoft.Extensions.Diagnostics.HealthChecks";

    private readonly ConcurrentQueue<(LogLevel Level, string Category, string Text)> _lines = new();

    public IReadOnlyList<(LogLevel Level, string Category, string Text)> Lines => [.. _lines];

    public IEnumerable<string> Errors => Lines.Where(line => line.Level >= LogLevel.Error && !line.Category.StartsWith(Probing, StringComparison.Ordinal)).Select(line => $"{line.Category}: {line.Text}");

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(LogMemory memory, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            memory._lines.Enqueue((logLevel, category, $"{formatter(state, exception)} {exception}"));
    }
}
