using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client.Internal;

/// <summary>Tokens of a channel, see <see cref="RetryThrottlingPolicy"/>.</summary>
internal sealed class RetryThrottle
{
    private const int DefaultMaxTokens = 10;
    private const double DefaultTokenRatio = 0.1;

    private readonly Lock _lock = new();
    private readonly double _maxTokens;
    private readonly double _ratio;
    private double _tokens;

    /// <summary>Full of tokens.</summary>
    /// <exception cref="InvalidOperationException">A value is out of range.</exception>
    public RetryThrottle(RetryThrottlingPolicy? policy)
    {
        _maxTokens = policy?.MaxTokens ?? DefaultMaxTokens;
        _ratio = policy?.TokenRatio ?? DefaultTokenRatio;
        if (_maxTokens is < 1 or > 1000)
            throw new InvalidOperationException("Retry throttling max tokens must be between 1 and 1000.");
        if (_ratio is not > 0)
            throw new InvalidOperationException("Retry throttling token ratio must be greater than 0.");
        _tokens = _maxTokens;
    }

    /// <summary>Whether retries are permitted now.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
                return _tokens > _maxTokens / 2;
        }
    }

    /// <summary>A call succeeded.</summary>
    public void AddSuccess()
    {
        lock (_lock)
            _tokens = Math.Min(_tokens + _ratio, _maxTokens);
    }

    /// <summary>An attempt failed in a way that might be retried, or the server said not to.</summary>
    public void AddFailure()
    {
        lock (_lock)
            _tokens = Math.Max(_tokens - 1, 0);
    }
}
