namespace Symbiosis.Server.Hosting;

/// <summary>A logger for what is made before the host; silent until it becomes one of the host's.</summary>
internal sealed class LateLogger : ILogger
{
    private volatile ILogger? _inner;

    /// <summary>From now on it logs.</summary>
    public void Become(ILogger inner) => _inner = inner;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _inner?.BeginScope(state);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => _inner?.IsEnabled(logLevel) ?? false;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _inner?.Log(logLevel, eventId, state, exception, formatter);
}
