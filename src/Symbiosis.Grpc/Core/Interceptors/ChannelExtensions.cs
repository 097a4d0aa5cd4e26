namespace Grpc.Core.Interceptors;

/// <summary>Puts interceptors before a channel.</summary>
public static class ChannelExtensions
{
    /// <summary>With one interceptor.</summary>
    public static CallInvoker Intercept(this ChannelBase channel, Interceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.CreateCallInvoker().Intercept(interceptor);
    }

    /// <summary>With several; the first sees the call first.</summary>
    public static CallInvoker Intercept(this ChannelBase channel, params Interceptor[] interceptors)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.CreateCallInvoker().Intercept(interceptors);
    }
}
