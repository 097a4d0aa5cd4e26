using System.Threading.RateLimiting;
using Symbiosis.Server.Configuration;

namespace Symbiosis.Server.Security;

/// <summary>Bounds the calls of each credential: how many a second and how many at once. Thread-safe.</summary>
internal sealed class CallLimiter : IDisposable
{
    private static readonly TimeSpan s_defaultDelay = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<Caller> _rate;
    private readonly PartitionedRateLimiter<Caller> _concurrency;

    /// <summary>Limits as the options say.</summary>
    public CallLimiter(LimitOptions options)
    {
        _rate = PartitionedRateLimiter.Create<Caller, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller.Credential, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.CallBurst,
            TokensPerPeriod = Math.Max(1, options.CallsPerSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, options.CallsPerSecond / 10) / (double)options.CallsPerSecond),
            QueueLimit = 0,
            AutoReplenishment = true,
        }));
        _concurrency = PartitionedRateLimiter.Create<Caller, string>(caller => RateLimitPartition.GetConcurrencyLimiter(
            caller.Credential, _ => new ConcurrencyLimiterOptions { PermitLimit = options.ConcurrentCalls, QueueLimit = 0 }));
    }

    /// <summary>Lets a call begin; dispose the lease with the call.</summary>
    /// <param name="caller">Whose call it is.</param>
    /// <param name="refusal">What is used up, and when to try again.</param>
    /// <returns>Null where it may not begin.</returns>
    public IDisposable? TryBegin(Caller caller, out LimitRefusal? refusal)
    {
        refusal = null;
        if (caller == Caller.Anonymous)
            return Unlimited.Instance;

        using var rate = _rate.AttemptAcquire(caller);
        if (!rate.IsAcquired)
        {
            refusal = new LimitRefusal("calls per second", rate.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : s_defaultDelay);
            return null;
        }

        var slot = _concurrency.AttemptAcquire(caller);
        if (slot.IsAcquired)
            return slot;
        slot.Dispose();
        refusal = new LimitRefusal("calls at the same time", s_defaultDelay);
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rate.Dispose();
        _concurrency.Dispose();
    }

    private sealed class Unlimited : IDisposable
    {
        public static readonly Unlimited Instance = new();

        public void Dispose()
        {
        }
    }
}
