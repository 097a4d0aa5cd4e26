using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Grpc.AspNetCore.Server;

/// <summary>Traces and meters of the protocol's server; names and units follow OpenTelemetry's conventions for RPC.</summary>
internal static class GrpcServerTelemetry
{
    /// <summary>Name of both the activity source and the meter.</summary>
    public const string Name = "Grpc.AspNetCore.Server";

    /// <summary>One activity a call.</summary>
    public static readonly ActivitySource Source = new(Name);

    /// <summary>Seconds a call took, by service, method and status; its count is the count of calls.</summary>
    public static readonly Histogram<double> Duration;

    /// <summary>Calls that are running, by service and method.</summary>
    public static readonly UpDownCounter<long> ActiveCalls;

    /// <summary>On all measurements.</summary>
    public static readonly KeyValuePair<string, object?> SystemTag = new("rpc.system", "grpc");

    private static readonly Meter s_meter = new(Name);

    static GrpcServerTelemetry()
    {
        Duration = s_meter.CreateHistogram<double>("rpc.server.duration", "s", "Duration of calls.");
        ActiveCalls = s_meter.CreateUpDownCounter<long>("rpc.server.active_calls", "{call}", "Calls that are running.");
    }
}
