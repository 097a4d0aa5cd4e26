using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>Interceptors, options of one service, traces and meters.</summary>
public sealed class InterceptorTests
{
    [Theory]
    [InlineData(ScriptedTestService.Unary)]
    [InlineData(ScriptedTestService.ServerStream)]
    [InlineData(ScriptedTestService.ClientStream)]
    [InlineData(ScriptedTestService.Duplex)]
    public async Task Call_GlobalAndOwnInterceptors_RunFromTheOutsideIn(string path)
    {
        var log = new ConcurrentQueue<string>();
        await using var application = await ScriptedApplication.StartAsync(
            DeadlineTests.ScriptOf(_ =>
            {
                log.Enqueue("handler");
                return Task.CompletedTask;
            }),
            options => options.Interceptors.Add<Noting>("global"),
            (services, grpc) =>
            {
                services.AddSingleton(log);
                grpc.AddServiceOptions<ScriptedTestService>(options =>
                {
                    options.Interceptors.Add<Noting>("own");
                    options.MaxReceiveMessageSize = 10;
                });
            });

        var answer = await application.CallAsync(path, new byte[5]);

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Equal(["global", "own", "handler", "own disposed", "global disposed"], log);
    }

    [Fact]
    public async Task ServiceOptions_LimitOfOneService_Counts()
    {
        await using var application = await ScriptedApplication.StartAsync(
            new(), register: (_, grpc) => grpc.AddServiceOptions<ScriptedTestService>(options => options.MaxReceiveMessageSize = 10));

        Assert.Equal(StatusCode.OK, (await application.CallAsync(ScriptedTestService.ClientStream, Wire.Frame(new StreamingInputCallRequest { Payload = new() { Body = Google.Protobuf.ByteString.CopyFrom(new byte[6]) } }))).Status);
        foreach (var path in new[] { ScriptedTestService.Unary, ScriptedTestService.ServerStream, ScriptedTestService.ClientStream, ScriptedTestService.Duplex })
        {
            var answer = await application.CallAsync(path, Wire.Frame(new byte[20]));

            Assert.Equal(StatusCode.ResourceExhausted, answer.Status);
            Assert.Equal("Received message exceeds the maximum configured message size.", answer.Message);
        }
    }

    [Fact]
    public async Task Call_Observed_IsTracedAndMeasured()
    {
        var activities = new ConcurrentQueue<Activity>();
        var measurements = new ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Grpc.AspNetCore.Server",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "Grpc.AspNetCore.Server")
                self.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measurements.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary())));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measurements.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary())));
        meters.Start();
        await using var application = await ScriptedApplication.StartAsync(DeadlineTests.ScriptOf(_ => throw new RpcException(new Status(StatusCode.DataLoss, "observed"))));

        await application.CallAsync(ScriptedTestService.Duplex, new byte[5]);
        // The answer is on its way before the call is measured; the server's end comes after both.
        await application.DisposeAsync();

        var activity = Assert.Single(activities, one => one.StatusDescription == "observed");
        Assert.Equal("grpc.testing.TestService/FullDuplexCall", activity.DisplayName);
        Assert.Equal("grpc", activity.GetTagItem("rpc.system"));
        Assert.Equal("grpc.testing.TestService", activity.GetTagItem("rpc.service"));
        Assert.Equal("FullDuplexCall", activity.GetTagItem("rpc.method"));
        Assert.Equal(15, activity.GetTagItem("rpc.grpc.status_code"));
        Assert.Contains(measurements, one => one.Name == "rpc.server.duration" && one.Value >= 0 && Equals(one.Tags["rpc.grpc.status_code"], 15));
        Assert.Contains(measurements, one => one is { Name: "rpc.server.active_calls", Value: 1 });
    }

    private sealed class Noting(string name, ConcurrentQueue<string> log) : Interceptor, IDisposable
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            log.Enqueue(name);
            return continuation(request, context);
        }

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
        {
            log.Enqueue(name);
            return continuation(requestStream, context);
        }

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            log.Enqueue(name);
            return continuation(request, responseStream, context);
        }

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            log.Enqueue(name);
            return continuation(requestStream, responseStream, context);
        }

        public void Dispose() => log.Enqueue($"{name} disposed");
    }
}
