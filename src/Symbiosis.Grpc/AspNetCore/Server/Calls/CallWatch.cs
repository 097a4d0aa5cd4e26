using System.Diagnostics;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Times one call for traces and meters. It costs next to nothing while nobody listens.</summary>
internal readonly struct CallWatch
{
    private readonly CallSettings _settings;
    private readonly Activity? _activity;
    private readonly long _start;

    private CallWatch(CallSettings settings, Activity? activity, long start)
    {
        _settings = settings;
        _activity = activity;
        _start = start;
    }

    /// <summary>A call begins.</summary>
    public static CallWatch Start(CallSettings settings)
    {
        var activity = GrpcServerTelemetry.Source.HasListeners() ? StartActivity(settings.Method) : null;
        var isMeasured = GrpcServerTelemetry.Duration.Enabled || GrpcServerTelemetry.ActiveCalls.Enabled;
        if (isMeasured)
            GrpcServerTelemetry.ActiveCalls.Add(1, settings.ServiceTag, settings.MethodTag);
        return new CallWatch(settings, activity, isMeasured ? settings.TimeProvider.GetTimestamp() : 0);
    }

    /// <summary>The call has ended.</summary>
    public void Stop(Status status)
    {
        var code = (int)status.StatusCode;
        if (_activity is not null)
        {
            _activity.SetTag("rpc.grpc.status_code", code);
            if (status.StatusCode != StatusCode.OK)
                _activity.SetStatus(ActivityStatusCode.Error, status.Detail);
            _activity.Dispose();
        }

        if (_start == 0)
            return;
        GrpcServerTelemetry.ActiveCalls.Add(-1, _settings.ServiceTag, _settings.MethodTag);
        var seconds = _settings.TimeProvider.GetElapsedTime(_start).TotalSeconds;
        GrpcServerTelemetry.Duration.Record(
            seconds, new TagList([GrpcServerTelemetry.SystemTag, _settings.ServiceTag, _settings.MethodTag, new("rpc.grpc.status_code", code)]));
    }

    private static Activity? StartActivity(IMethod method)
    {
        var activity = GrpcServerTelemetry.Source.StartActivity(method.FullName[1..], ActivityKind.Server);
        activity?.SetTag("rpc.system", "grpc");
        activity?.SetTag("rpc.service", method.ServiceName);
        activity?.SetTag("rpc.method", method.Name);
        return activity;
    }
}
