namespace Grpc.Net.Client.Configuration;

/// <summary>
/// Tokens of a channel: a failure takes one, a success gives <see cref="TokenRatio"/> back. Nothing is retried while half of them or fewer are left.
/// </summary>
public sealed class RetryThrottlingPolicy
{
    /// <value>Tokens at the start and at most, 1 to 1000. Default: null, 10.</value>
    public int? MaxTokens { get; set; }

    /// <value>Tokens a success gives back, above 0. Default: null, 0.1.</value>
    public double? TokenRatio { get; set; }
}
