using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client.Internal;

/// <summary>What a channel knows about a method.</summary>
/// <param name="Address">Where it is called.</param>
/// <param name="ServiceUrl">The service's address, for call credentials.</param>
/// <param name="Method">The method.</param>
/// <param name="Retry">Its retries; null: none.</param>
internal sealed record MethodSettings(Uri Address, string ServiceUrl, IMethod Method, RetryRules? Retry)
{
    /// <summary>Looks a method up in the channel's configuration: by its full name, then its service, then the default.</summary>
    public static MethodSettings Create(Uri channelAddress, IMethod method, ServiceConfig? config, int? maxAttempts)
    {
        var policy = (Find(config, method.ServiceName, method.Name) ?? Find(config, method.ServiceName, null) ?? Find(config, null, null))?.RetryPolicy;
        var address = new Uri(channelAddress, method.FullName);
        return new MethodSettings(
            address,
            new Uri(channelAddress, "/" + method.ServiceName).AbsoluteUri,
            method,
            policy is null ? null : RetryRules.Create(policy, maxAttempts));
    }

    private static MethodConfig? Find(ServiceConfig? config, string? service, string? method) =>
        config?.MethodConfigs.FirstOrDefault(one => one.Names.Any(name => NullIfEmpty(name.Service) == service && NullIfEmpty(name.Method) == method));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
