using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Grpc.Net.Client.Internal;
using Grpc.Testing;
using Grpc.Wire;
using Symbiosis.Grpc.Tests.Wire;
using Status = Grpc.Core.Status;

namespace Symbiosis.Grpc.Tests.Client;

/// <summary>Checklist Q-13.</summary>
public sealed class RetryTests
{
    [Fact]
    public async Task Q13_Unavailable_IsRetriedAndCountsItsAttempts()
    {
        await using var server = FailingServer(2, ("grpc-status", "14"));
        using var channel = TestChannel.To(server, Options());

        await channel.UnaryAsync();

        Assert.Equal([null, "1", "2"], server.Calls.Select(call => call.Header("grpc-previous-rpc-attempts")));
        Assert.Single((await Task.WhenAll(server.Calls.Select(call => call.RequestBody))).Select(Convert.ToHexString).Distinct());
    }

    [Fact]
    public async Task Q13_ConnectionLostBeforeHeaders_IsRetried()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.RequestBody;
            if (call.Header("grpc-previous-rpc-attempts") is null)
                call.Connection.Cut();
            else
                await call.AnswerAsync([]);
        });
        using var channel = TestChannel.To(server, Options());

        await channel.UnaryAsync();

        Assert.Equal(2, server.Calls.Count);
    }

    [Theory]
    [InlineData(20, 5)]
    [InlineData(3, 3)]
    public async Task Q13_FailingOn_EndsAfterTheAttemptsThatAreAllowed(int maxAttempts, int expected)
    {
        await using var server = FailingServer(int.MaxValue, ("grpc-status", "14"), ("grpc-message", "busy"));
        using var channel = TestChannel.To(server, Options(policy => policy.MaxAttempts = maxAttempts, tokens: 100));

        var failure = await channel.FailUnaryAsync();

        Assert.Equal(new Status(StatusCode.Unavailable, "busy"), failure.Status);
        Assert.Equal(expected, server.Calls.Count);
    }

    [Theory]
    [InlineData("13")]
    [InlineData("8")]
    [InlineData("4")]
    [InlineData("0")]
    public async Task Q13_OtherStatus_IsNotRetried(string status)
    {
        await using var server = FailingServer(int.MaxValue, ("grpc-status", status));
        using var channel = TestChannel.To(server, Options());

        await channel.FailUnaryAsync();

        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Q13_NoPolicy_NothingIsRetried()
    {
        await using var server = FailingServer(int.MaxValue, ("grpc-status", "14"));
        using var channel = TestChannel.To(server);

        await channel.FailUnaryAsync();

        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Q13_ResourceExhaustedWithRetryInfo_IsRetriedAfterTheDelay()
    {
        var info = new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(50)) };
        var rich = new Google.Rpc.Status { Code = 8, Message = "full", Details = { Any.Pack(info) } };
        var details = BinaryHeader.Encode(Google.Protobuf.MessageExtensions.ToByteArray(rich));
        await using var server = FailingServer(1, ("grpc-status", "8"), ("grpc-status-details-bin", details));
        using var channel = TestChannel.To(server, Options());
        var clock = System.Diagnostics.Stopwatch.StartNew();

        await channel.UnaryAsync();

        Assert.Equal(2, server.Calls.Count);
        Assert.InRange(clock.Elapsed, TimeSpan.FromMilliseconds(45), WireConnection.Patience);
    }

    [Theory]
    [InlineData("-1", 1)]
    [InlineData("soon", 1)]
    [InlineData("0", 2)]
    public async Task Q13_Pushback_IsHonoured(string pushback, int expectedAttempts)
    {
        await using var server = FailingServer(1, ("grpc-status", "14"), ("grpc-retry-pushback-ms", pushback));
        using var channel = TestChannel.To(server, Options());

        if (expectedAttempts == 1)
            await channel.FailUnaryAsync();
        else
            await channel.UnaryAsync();

        Assert.Equal(expectedAttempts, server.Calls.Count);
    }

    [Fact]
    public async Task Q13_PushbackBeyondTheDeadline_FailsAtOnceWithTheServersStatus()
    {
        await using var server = FailingServer(1, ("grpc-status", "14"), ("grpc-retry-pushback-ms", "3600000"));
        using var channel = TestChannel.To(server, Options());

        Assert.Equal(StatusCode.Unavailable, (await channel.FailUnaryAsync()).StatusCode);
    }

    [Fact]
    public async Task Q13_FailureAfterResponseHeaders_IsNotRetried()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.HeadersAsync();
            await call.TrailersAsync(("grpc-status", "14"));
        });
        using var channel = TestChannel.To(server, Options());

        await channel.FailUnaryAsync();

        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Q13_ManyFailures_StopRetriesForTheChannel()
    {
        await using var server = FailingServer(int.MaxValue, ("grpc-status", "14"));
        using var channel = TestChannel.To(server, Options());

        // Ten tokens: the fifth failure leaves five, half of them, and retries stop.
        await channel.FailUnaryAsync();
        await channel.FailUnaryAsync();

        Assert.Equal(5 + 1, server.Calls.Count);
    }

    [Fact]
    public async Task Q13_StreamOfRequests_IsSentAgainFromTheFirst()
    {
        await using var server = HostileServer.Start(async call =>
        {
            if (call.Header("grpc-previous-rpc-attempts") is null)
            {
                await call.UntilReceivedAsync(1);
                await call.TrailersOnlyAsync(("grpc-status", "14"));
                return;
            }

            var messages = GrpcFraming.Split(await call.RequestBody);
            await call.AnswerAsync(Google.Protobuf.MessageExtensions.ToByteArray(new StreamingInputCallResponse { AggregatedPayloadSize = messages.Count }));
        });
        using var channel = TestChannel.To(server, Options());
        using var call = channel.Client.StreamingInputCall(TestChannel.Options());

        for (var i = 0; i < 5; i++)
            await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = new Payload { Type = PayloadType.Compressable } }, CancellationToken.None);
        await call.RequestStream.CompleteAsync();

        Assert.Equal(5, (await call.ResponseAsync).AggregatedPayloadSize);
        Assert.Equal(0, channel.Channel.RetryBuffer.ByteCount);
    }

    [Fact]
    public async Task Q13_RequestAboveTheBuffer_IsSentOnceOnly()
    {
        await using var server = FailingServer(1, ("grpc-status", "14"));
        var options = Options();
        options.MaxRetryBufferPerCallSize = 100;
        using var channel = TestChannel.To(server, options);
        var large = new SimpleRequest { Payload = new Payload { Body = Google.Protobuf.ByteString.CopyFrom(new byte[200]) } };
        using var call = channel.Client.UnaryCallAsync(large, TestChannel.Options());

        await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);

        Assert.Single(server.Calls);
        Assert.Equal(0, channel.Channel.RetryBuffer.ByteCount);
    }

    [Theory]
    [InlineData(1, 0.5, 50)]
    [InlineData(2, 0.5, 100)]
    [InlineData(2, 0.0, 0)]
    [InlineData(9, 0.999, 999)]
    public void Q13_Delay_IsRandomBelowAGrowingBound(int attempt, double random, double expectedMs)
    {
        var policy = Policy();
        policy.InitialBackoff = TimeSpan.FromMilliseconds(100);
        policy.MaxBackoff = TimeSpan.FromSeconds(1);
        var rules = RetryRules.Create(policy, 5);

        var delay = rules.DelayAfter(attempt, new Status(StatusCode.Unavailable, ""), Metadata.Empty, random);

        Assert.Equal(expectedMs, delay!.Value.TotalMilliseconds, 3);
    }

    [Fact]
    public void Q13_PolicyOutOfRange_IsRefused()
    {
        Action<RetryPolicy>[] faults =
        [
            policy => policy.MaxAttempts = 1,
            policy => policy.MaxAttempts = null,
            policy => policy.InitialBackoff = TimeSpan.Zero,
            policy => policy.MaxBackoff = null,
            policy => policy.BackoffMultiplier = 0,
            policy => policy.RetryableStatusCodes.Clear(),
        ];

        foreach (var fault in faults)
        {
            var policy = Policy();
            fault(policy);
            Assert.Throws<InvalidOperationException>(() => RetryRules.Create(policy, 5));
        }
    }

    [Fact]
    public void Q13_MethodNames_TheMostSpecificWins()
    {
        var config = new ServiceConfig();
        AddPolicy(config, MethodName.Default, 2);
        AddPolicy(config, new MethodName { Service = "grpc.testing.TestService" }, 3);
        AddPolicy(config, new MethodName { Service = "grpc.testing.TestService", Method = "UnaryCall" }, 4);

        Assert.Equal(4, Attempts("grpc.testing.TestService", "UnaryCall"));
        Assert.Equal(3, Attempts("grpc.testing.TestService", "EmptyCall"));
        Assert.Equal(2, Attempts("other.Service", "UnaryCall"));

        int? Attempts(string service, string name) =>
            MethodSettings.Create(new Uri("http://a"), new Method<string, string>(MethodType.Unary, service, name, Marshallers.StringMarshaller, Marshallers.StringMarshaller), config, null)
                .Retry?.MaxAttempts;
    }

    [Fact]
    public async Task Q13_WaitForReady_ConnectsAsSoonAsThereIsAServer()
    {
        int port;
        await using (var before = HostileServer.Start(_ => Task.CompletedTask))
            port = before.Port;
        var options = new GrpcChannelOptions { InitialReconnectBackoff = TimeSpan.FromMilliseconds(10), MaxReconnectBackoff = TimeSpan.FromMilliseconds(20) };
        using var channel = TestChannel.To($"http://127.0.0.1:{port}", options);
        using var call = channel.Client.UnaryCallAsync(new SimpleRequest(), TestChannel.Options().WithWaitForReady());
        var first = await Task.WhenAny(call.ResponseAsync, Task.Delay(100, TestContext.Current.CancellationToken));
        Assert.NotSame(call.ResponseAsync, first);

        await using var server = HostileServer.StartAt(port, later => later.AnswerAsync([]));

        await call.ResponseAsync.WaitAsync(WireConnection.Patience, TestContext.Current.CancellationToken);
    }

    private static HostileServer FailingServer(int failureCount, params (string, string)[] trailers)
    {
        var callCount = 0;
        return HostileServer.Start(async call =>
        {
            await call.RequestBody;
            if (Interlocked.Increment(ref callCount) <= failureCount)
                await call.TrailersOnlyAsync(trailers);
            else
                await call.AnswerAsync([]);
        });
    }

    private static RetryPolicy Policy() => new()
    {
        MaxAttempts = 5,
        InitialBackoff = TimeSpan.FromMilliseconds(1),
        MaxBackoff = TimeSpan.FromMilliseconds(5),
        BackoffMultiplier = 2,
        RetryableStatusCodes = { StatusCode.Unavailable },
    };

    private static GrpcChannelOptions Options(Action<RetryPolicy>? change = null, int? tokens = null)
    {
        var policy = Policy();
        change?.Invoke(policy);
        var config = new ServiceConfig { MethodConfigs = { new MethodConfig { Names = { MethodName.Default }, RetryPolicy = policy } } };
        if (tokens is not null)
            config.RetryThrottling = new RetryThrottlingPolicy { MaxTokens = tokens };
        return new GrpcChannelOptions { ServiceConfig = config };
    }

    private static void AddPolicy(ServiceConfig config, MethodName name, int maxAttempts)
    {
        var policy = Policy();
        policy.MaxAttempts = maxAttempts;
        config.MethodConfigs.Add(new MethodConfig { Names = { name }, RetryPolicy = policy });
    }
}
