using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;
using Symbiosis.Grpc.Tests.Wire;

namespace Symbiosis.Grpc.Tests.Client;

/// <summary>Our client with what tests say often.</summary>
internal sealed class TestChannel : IDisposable
{
    private TestChannel(GrpcChannel channel)
    {
        Channel = channel;
        Client = new TestService.TestServiceClient(channel);
    }

    public GrpcChannel Channel { get; }

    public TestService.TestServiceClient Client { get; }

    /// <summary>Far enough away never to matter but where a test hangs.</summary>
    public static DateTime SafeDeadline => After(WireConnection.Patience);

    public static TestChannel To(HostileServer server, GrpcChannelOptions? options = null) => To(server.Address, options);

    public static TestChannel To(string address, GrpcChannelOptions? options = null) => new(GrpcChannel.ForAddress(address, options ?? new GrpcChannelOptions()));

    public static CallOptions Options(Metadata? headers = null) => new(headers, SafeDeadline);

    public static DateTime After(TimeSpan time) => TimeProvider.System.GetUtcNow().UtcDateTime + time;

    public static byte[] Response(int size) => new SimpleResponse { Payload = new Payload { Body = ByteString.CopyFrom(new byte[size]) } }.ToByteArray();

    public static byte[] StreamResponse(int size) => new StreamingOutputCallResponse { Payload = new Payload { Body = ByteString.CopyFrom(new byte[size]) } }.ToByteArray();

    /// <summary>Makes a unary call that has to fail.</summary>
    public async Task<RpcException> FailUnaryAsync(CallOptions? options = null)
    {
        using var call = Client.UnaryCallAsync(new SimpleRequest(), options ?? Options());
        return await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.WaitAsync(WireConnection.Patience));
    }

    /// <summary>Makes a unary call that has to succeed.</summary>
    public async Task<SimpleResponse> UnaryAsync(CallOptions? options = null, SimpleRequest? request = null)
    {
        using var call = Client.UnaryCallAsync(request ?? new SimpleRequest(), options ?? Options());
        return await call.ResponseAsync.WaitAsync(WireConnection.Patience);
    }

    /// <summary>Reads a server stream until it fails.</summary>
    public async Task<(int Count, RpcException Failure)> FailStreamAsync()
    {
        using var call = Client.StreamingOutputCall(new StreamingOutputCallRequest(), Options());
        var count = 0;
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(WireConnection.Patience))
                count++;
        });
        Assert.Equal(failure.Status, call.GetStatus());
        return (count, failure);
    }

    public void Dispose() => Channel.Dispose();
}
