using Grpc.AspNetCore.Server.Messages;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Serves the calls of one method: the delegate of its endpoint.</summary>
internal abstract class CallHandler<TRequest, TResponse>(Method<TRequest, TResponse> method, CallSettings settings)
    where TRequest : class
    where TResponse : class
{
    /// <summary>The method.</summary>
    protected Method<TRequest, TResponse> Method => method;

    /// <summary>What each request is looked through for.</summary>
    protected PayloadCheck Check { get; } = new(typeof(TRequest), settings.Options.MaxMessageElementCount);

    /// <summary>Serves one request.</summary>
    public Task HandleAsync(HttpContext httpContext)
    {
        if (!CallAdmission.TryAdmit(httpContext, method, settings.Logger))
            return Task.CompletedTask;
        LiftLimits(httpContext);
        var call = new HttpServerCall(httpContext, settings);
        httpContext.Features.Set<IServerCallContextFeature>(call);
        httpContext.Features.Set<IReceivedMessageFeature>(call);
        return RunAsync(call);
    }

    /// <summary>Takes the request, runs the handler and completes the call.</summary>
    protected abstract Task ServeAsync(HttpServerCall call);

    private async Task RunAsync(HttpServerCall call)
    {
        var watch = CallWatch.Start(settings);
        try
        {
            if (call.Begin() is { } refusal)
                await call.RefuseAsync(refusal);
            else
                await ServeAsync(call);
        }
        catch (Exception exception)
        {
            await call.FailAsync(exception);
        }
        finally
        {
            await call.FinishAsync();
            watch.Stop(call.FinalStatus);
        }
    }

    /// <summary>A call has its own limits; those of HTTP for a whole body do not fit a stream.</summary>
    private void LiftLimits(HttpContext httpContext)
    {
        if (httpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        if (!settings.IsStreaming)
            return;
        if (settings.HasRequestStream && httpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } requestRate)
            requestRate.MinDataRate = null;
        if (settings.HasResponseStream && httpContext.Features.Get<IHttpMinResponseDataRateFeature>() is { } responseRate)
            responseRate.MinDataRate = null;
    }
}
