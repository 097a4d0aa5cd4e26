using Grpc.Core;

namespace Grpc.Net.Client.Configuration;

/// <summary>
/// Which failures are retried and when. The wait before attempt n + 1 is random between 0 and
/// min(<see cref="InitialBackoff"/> · <see cref="BackoffMultiplier"/>^(n − 1), <see cref="MaxBackoff"/>); a server may name another one by <c>grpc-retry-pushback-ms</c>.
/// </summary>
public sealed class RetryPolicy
{
    /// <value>Attempts in all, at least 2; the channel's <see cref="GrpcChannelOptions.MaxRetryAttempts"/> bounds it. Required.</value>
    public int? MaxAttempts { get; set; }

    /// <value>Longest first wait, above 0. Required.</value>
    public TimeSpan? InitialBackoff { get; set; }

    /// <value>Longest wait, above 0. Required.</value>
    public TimeSpan? MaxBackoff { get; set; }

    /// <value>Growth of the wait, above 0. Required.</value>
    public double? BackoffMultiplier { get; set; }

    /// <value>
    /// Codes that are retried; at least one. RESOURCE_EXHAUSTED need not be named: it is retried where the server invites it by a google.rpc.RetryInfo, after the delay given there.
    /// </value>
    public IList<StatusCode> RetryableStatusCodes { get; } = [];
}
