using System.Globalization;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client.Configuration;
using Status = Grpc.Core.Status;

namespace Grpc.Net.Client.Internal;

/// <summary>A checked <see cref="RetryPolicy"/>.</summary>
internal sealed class RetryRules
{
    /// <summary>Trailer by which a server names the wait, milliseconds; negative: no more attempts.</summary>
    public const string PushbackKey = "grpc-retry-pushback-ms";

    private readonly TimeSpan _initialBackoff;
    private readonly TimeSpan _maxBackoff;
    private readonly double _multiplier;
    private readonly HashSet<StatusCode> _codes;

    private RetryRules(int maxAttempts, TimeSpan initialBackoff, TimeSpan maxBackoff, double multiplier, HashSet<StatusCode> codes)
    {
        MaxAttempts = maxAttempts;
        _initialBackoff = initialBackoff;
        _maxBackoff = maxBackoff;
        _multiplier = multiplier;
        _codes = codes;
    }

    /// <summary>Attempts in all.</summary>
    public int MaxAttempts { get; }

    /// <summary>Checks a policy.</summary>
    /// <exception cref="InvalidOperationException">A value is absent or out of range.</exception>
    public static RetryRules Create(RetryPolicy policy, int? maxAttempts)
    {
        if (policy.MaxAttempts is not >= 2)
            throw new InvalidOperationException("Retry policy max attempts is required and must be greater than 1.");
        if (policy.InitialBackoff is not { } initial || initial <= TimeSpan.Zero)
            throw new InvalidOperationException("Retry policy initial backoff is required and must be greater than 0.");
        if (policy.MaxBackoff is not { } longest || longest <= TimeSpan.Zero)
            throw new InvalidOperationException("Retry policy max backoff is required and must be greater than 0.");
        if (policy.BackoffMultiplier is not > 0)
            throw new InvalidOperationException("Retry policy backoff multiplier is required and must be greater than 0.");
        if (policy.RetryableStatusCodes.Count == 0)
            throw new InvalidOperationException("Retry policy retryable status codes must contain at least one status code.");
        var attempts = Math.Min(policy.MaxAttempts.Value, maxAttempts ?? int.MaxValue);
        return new RetryRules(attempts, initial, longest, policy.BackoffMultiplier.Value, [.. policy.RetryableStatusCodes]);
    }

    /// <summary>Whether a failure may be tried again at all.</summary>
    public bool IsRetryable(Status status, Metadata trailers) =>
        _codes.Contains(status.StatusCode) || (status.StatusCode == StatusCode.ResourceExhausted && InvitedDelay(status, trailers) is not null);

    /// <summary>Wait before the attempt after this one; null: the server wants none.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="status">How it failed.</param>
    /// <param name="trailers">The trailers that came with it.</param>
    /// <param name="random">From 0 to below 1.</param>
    public TimeSpan? DelayAfter(int attempt, Status status, Metadata trailers, double random)
    {
        if (trailers.GetValue(PushbackKey) is { } pushback)
        {
            return int.TryParse(pushback, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
                ? TimeSpan.FromMilliseconds(milliseconds)
                : null;
        }

        var longest = Math.Min(_initialBackoff.TotalMilliseconds * Math.Pow(_multiplier, attempt - 1), _maxBackoff.TotalMilliseconds);
        var backoff = TimeSpan.FromMilliseconds(longest * random);

        // On top of what the server asks for, so that those it turned away do not come back all at once.
        return (InvitedDelay(status, trailers) ?? TimeSpan.Zero) + backoff;
    }

    private static TimeSpan? InvitedDelay(Status status, Metadata trailers)
    {
        if (status.StatusCode == StatusCode.OK)
            return null;
        var rich = new RpcException(status, trailers).GetRpcStatus(ignoreParseError: true);
        var packed = rich?.Details.FirstOrDefault(detail => detail.Is(RetryInfo.Descriptor));
        if (packed is null || !packed.TryUnpack(out RetryInfo info))
            return null;
        var delay = info.RetryDelay?.ToTimeSpan() ?? TimeSpan.Zero;
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }
}
