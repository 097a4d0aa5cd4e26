namespace Grpc.Net.Client.Configuration;

/// <summary>How a channel treats the methods of a service.</summary>
public sealed class ServiceConfig
{
    /// <value>Settings of methods; the most specific name wins: method, service, all. Default: none, so nothing is retried.</value>
    public IList<MethodConfig> MethodConfigs { get; } = [];

    /// <value>When to stop retrying because too many calls fail. Default: null, which is a <see cref="RetryThrottlingPolicy"/> with its defaults.</value>
    public RetryThrottlingPolicy? RetryThrottling { get; set; }
}
