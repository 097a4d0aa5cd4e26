namespace Grpc.Net.Client.Configuration;

/// <summary>Settings of methods.</summary>
public sealed class MethodConfig
{
    /// <value>The methods. Default: none.</value>
    public IList<MethodName> Names { get; } = [];

    /// <value>Which failures are retried. Default: null, none.</value>
    public RetryPolicy? RetryPolicy { get; set; }
}
