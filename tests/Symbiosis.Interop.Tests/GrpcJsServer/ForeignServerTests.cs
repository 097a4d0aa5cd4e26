using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;

namespace Symbiosis.Interop.Tests.GrpcJsServer;

/// <summary>Our client and a server that is not ours: the interoperability cases, as gRPC's document describes them.</summary>
public sealed class ForeignServerTests : IClassFixture<GrpcJsHost>, IDisposable
{
    private const string InitialKey = "x-grpc-test-echo-initial";
    private const string TrailingKey = "x-grpc-test-echo-trailing-bin";

    private static readonly int[] ResponseSizes = [31415, 9, 2653, 58979];
    private static readonly int[] RequestSizes = [27182, 8, 1828, 45904];

    private readonly GrpcJsHost _host;
    private readonly GrpcChannel _channel;

    public ForeignServerTests(GrpcJsHost host)
    {
        _host = host;
        _channel = GrpcChannel.ForAddress(host.Address);
    }

    private TestService.TestServiceClient Client => new(_channel);

    public void Dispose() => _channel.Dispose();

    [Fact]
    public async Task EmptyUnary_Call_Succeeds()
    {
        Assert.Equal(new Empty(), await Client.EmptyCallAsync(new Empty(), Options()));
    }

    [Fact]
    public async Task LargeUnary_Call_HasTheWantedSize()
    {
        Assert.Equal(314159, (await LargeUnaryAsync(Client, Options())).Payload.Body.Length);
    }

    [Fact]
    public async Task ClientStreaming_FourMessages_AreAddedUp()
    {
        using var call = Client.StreamingInputCall(Options());

        foreach (var size in RequestSizes)
            await call.RequestStream.WriteAsync(new() { Payload = Payload(size) }, CancellationToken.None);
        await call.RequestStream.CompleteAsync();

        Assert.Equal(74922, (await call).AggregatedPayloadSize);
    }

    [Fact]
    public async Task ServerStreaming_FourMessages_ComeInOrder()
    {
        using var call = Client.StreamingOutputCall(Request(ResponseSizes), Options());

        var sizes = await call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).Select(response => response.Payload.Body.Length).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ResponseSizes, sizes);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task PingPong_FourRounds_EachResponseFollowsItsRequest()
    {
        using var call = Client.FullDuplexCall(Options());

        foreach (var (requestSize, responseSize) in RequestSizes.Zip(ResponseSizes))
        {
            var request = Request(responseSize);
            request.Payload = Payload(requestSize);
            await call.RequestStream.WriteAsync(request, CancellationToken.None);
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            Assert.Equal(responseSize, call.ResponseStream.Current.Payload.Body.Length);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
    }

    [Fact]
    public async Task EmptyStream_NoMessages_EndsOk()
    {
        using var call = Client.FullDuplexCall(Options());

        await call.RequestStream.CompleteAsync();

        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task CustomMetadata_UnaryAndDuplex_ComeBack()
    {
        var metadata = new Metadata { { InitialKey, "test_initial_metadata_value" }, { TrailingKey, [0xAB, 0xAB, 0xAB] } };
        using var unary = Client.UnaryCallAsync(new SimpleRequest { ResponseSize = 1 }, Options(metadata));
        using var duplex = Client.FullDuplexCall(Options(metadata));

        await unary;
        await duplex.RequestStream.WriteAsync(Request(1), CancellationToken.None);
        await duplex.RequestStream.CompleteAsync();
        while (await duplex.ResponseStream.MoveNext(CancellationToken.None))
            Assert.Single(duplex.ResponseStream.Current.Payload.Body);

        Assert.Equal("test_initial_metadata_value", (await unary.ResponseHeadersAsync).GetValue(InitialKey));
        Assert.Equal("test_initial_metadata_value", (await duplex.ResponseHeadersAsync).GetValue(InitialKey));
        Assert.Equal([0xAB, 0xAB, 0xAB], unary.GetTrailers().GetValueBytes(TrailingKey));
        Assert.Equal([0xAB, 0xAB, 0xAB], duplex.GetTrailers().GetValueBytes(TrailingKey));
    }

    [Theory]
    [InlineData("test status message")]
    [InlineData("\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n")]
    public async Task StatusCodeAndMessage_UnaryAndStreams_Survive(string message)
    {
        var status = new EchoStatus { Code = 2, Message = message };
        using var stream = Client.StreamingOutputCall(new StreamingOutputCallRequest { ResponseStatus = status, ResponseParameters = { new ResponseParameters { Size = 3 } } }, Options());
        using var duplex = Client.FullDuplexCall(Options());

        var ofUnary = await Assert.ThrowsAsync<RpcException>(() => Client.UnaryCallAsync(new SimpleRequest { ResponseStatus = status }, Options()).ResponseAsync);
        Assert.True(await stream.ResponseStream.MoveNext(CancellationToken.None));
        var ofStream = await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(CancellationToken.None));
        await duplex.RequestStream.WriteAsync(new StreamingOutputCallRequest { ResponseStatus = status }, CancellationToken.None);
        var ofDuplex = await Assert.ThrowsAsync<RpcException>(() => duplex.ResponseStream.MoveNext(CancellationToken.None));

        Assert.All([ofUnary, ofStream, ofDuplex], failure => Assert.Equal(new Status(StatusCode.Unknown, message), failure.Status));
    }

    [Fact]
    public async Task Unimplemented_MethodAndService_AreTold()
    {
        var method = await Assert.ThrowsAsync<RpcException>(() => Client.UnimplementedCallAsync(new Empty(), Options()).ResponseAsync);
        var service = await Assert.ThrowsAsync<RpcException>(
            () => new UnimplementedService.UnimplementedServiceClient(_channel).UnimplementedCallAsync(new Empty(), Options()).ResponseAsync);

        Assert.Equal(StatusCode.Unimplemented, method.StatusCode);
        Assert.Equal(StatusCode.Unimplemented, service.StatusCode);
    }

    [Fact]
    public async Task Deadline_SilentServer_EndsTheCallOnBothSides()
    {
        var clock = Stopwatch.StartNew();

        var failure = await Assert.ThrowsAsync<RpcException>(() => Client.UnaryCallAsync(new SimpleRequest(), Silent("late", TimeSpan.FromSeconds(1))).ResponseAsync);

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(10));
        await _host.UntilCancelledAsync("late");
    }

    [Fact]
    public async Task Cancel_AfterFirstResponse_IsNoticedByTheServer()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = Client.FullDuplexCall(new CallOptions(new Metadata { { "x-name", "unwanted" } }, cancellationToken: cancellation.Token));
        await call.RequestStream.WriteAsync(Request(31415), CancellationToken.None);
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));

        await cancellation.CancelAsync();

        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None))).StatusCode);
        await _host.UntilCancelledAsync("unwanted");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Compression_OfRequests_IsUnderstood(string encoding)
    {
        var options = Options(new Metadata { { "grpc-internal-encoding-request", encoding } });
        using var call = Client.StreamingInputCall(options);

        Assert.Equal(314159, (await LargeUnaryAsync(Client, options)).Payload.Body.Length);
        await call.RequestStream.WriteAsync(new() { Payload = Payload(27182) }, CancellationToken.None);
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await call.RequestStream.WriteAsync(new() { Payload = Payload(45904) }, CancellationToken.None);
        await call.RequestStream.CompleteAsync();
        Assert.Equal(73086, (await call).AggregatedPayloadSize);
    }

    [Fact]
    public async Task Compression_OfResponses_IsRead()
    {
        await using var host = await GrpcJsHost.StartCompressingAsync();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);
        using var stream = client.StreamingOutputCall(Request(ResponseSizes), Options());

        Assert.Equal(314159, (await LargeUnaryAsync(client, Options())).Payload.Body.Length);
        foreach (var size in ResponseSizes)
        {
            Assert.True(await stream.ResponseStream.MoveNext(CancellationToken.None));
            Assert.Equal(size, stream.ResponseStream.Current.Payload.Body.Length);
        }
    }

    [Fact]
    public async Task ConcurrentLargeUnary_ManyOnOneChannel_AllSucceed()
    {
        const int callCount = 200;

        var responses = await Task.WhenAll(Enumerable.Range(0, callCount).Select(_ => LargeUnaryAsync(Client, Options())));

        Assert.All(responses, response => Assert.Equal(314159, response.Payload.Body.Length));
    }

    private static async Task<SimpleResponse> LargeUnaryAsync(TestService.TestServiceClient client, CallOptions options) =>
        await client.UnaryCallAsync(new SimpleRequest { ResponseSize = 314159, Payload = Payload(271828) }, options);

    private static CallOptions Options(Metadata? headers = null) => new(headers, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(60));

    private static CallOptions Silent(string name, TimeSpan time) => new(new Metadata { { "x-silent", "1" }, { "x-name", name } }, TimeProvider.System.GetUtcNow().UtcDateTime + time);

    private static Payload Payload(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };

    private static StreamingOutputCallRequest Request(params int[] sizes) =>
        new() { ResponseParameters = { sizes.Select(size => new ResponseParameters { Size = size }) } };
}
