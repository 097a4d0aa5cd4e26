using System.IO.Compression;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Testing;
using Symbiosis.Grpc.Tests.Wire;

namespace Symbiosis.Grpc.Tests.Client;

/// <summary>Compression of requests and responses.</summary>
public sealed class CompressionTests
{
    private static readonly SimpleRequest Large = new() { Payload = new Payload { Body = ByteString.CopyFrom(new byte[10_000]) } };

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Request_WithEncoding_IsCompressedUnlessTheMessageSaysNo(string encoding)
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.RequestBody;
            await call.AnswerAsync([]);
        });
        using var channel = TestChannel.To(server);
        var options = TestChannel.Options(new Metadata { { "grpc-internal-encoding-request", encoding } });

        await channel.UnaryAsync(options, Large);
        await channel.UnaryAsync(options.WithWriteOptions(new WriteOptions(WriteFlags.NoCompress)), Large);

        var packed = GrpcFraming.Split(await server.Calls[0].RequestBody).Single();
        var plain = GrpcFraming.Split(await server.Calls[1].RequestBody).Single();
        Assert.Equal(1, packed.Flag);
        Assert.InRange(packed.Payload.Length, 1, 500);
        Assert.Equal(Large, SimpleRequest.Parser.ParseFrom(Unpack(encoding, packed.Payload)));
        Assert.Equal(0, plain.Flag);
        Assert.Equal(Large, SimpleRequest.Parser.ParseFrom(plain.Payload));
        Assert.All(server.Calls, call => Assert.Equal(encoding, call.Header("grpc-encoding")));
        Assert.All(server.Calls, call => Assert.Null(call.Header("grpc-internal-encoding-request")));
    }

    [Fact]
    public async Task Request_StreamWithEncoding_EachMessageOnItsOwn()
    {
        await using var server = HostileServer.Start(async call =>
        {
            await call.RequestBody;
            await call.AnswerAsync([]);
        });
        using var channel = TestChannel.To(server);
        using var call = channel.Client.StreamingInputCall(TestChannel.Options(new Metadata { { "grpc-internal-encoding-request", "gzip" } }));
        var message = new StreamingInputCallRequest { Payload = Large.Payload };

        await call.RequestStream.WriteAsync(message, CancellationToken.None);
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await call.RequestStream.WriteAsync(message, CancellationToken.None);
        await call.RequestStream.CompleteAsync();
        await call;

        Assert.Equal([1, 0], GrpcFraming.Split(await server.Calls[0].RequestBody).Select(one => (int)one.Flag));
    }

    [Fact]
    public async Task Request_UnknownEncoding_FailsAndNothingIsSent()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        using var channel = TestChannel.To(server);

        var failure = await channel.FailUnaryAsync(TestChannel.Options(new Metadata { { "grpc-internal-encoding-request", "brotli" } }));

        Assert.Equal(new Status(StatusCode.Internal, "Could not find compression provider for 'brotli'."), failure.Status);
        Assert.Empty(server.Calls);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Response_Compressed_IsRead(string encoding)
    {
        await using var server = Answering(encoding, Pack(encoding, TestChannel.Response(100_000)));
        using var channel = TestChannel.To(server);

        Assert.Equal(100_000, (await channel.UnaryAsync()).Payload.Body.Length);
    }

    [Fact]
    public async Task Response_InflatesBeyondTheLimit_IsResourceExhausted()
    {
        var bomb = GrpcFraming.Gzip(new byte[50_000_000]);
        await using var server = Answering("gzip", bomb);
        using var channel = TestChannel.To(server);
        var before = GC.GetTotalAllocatedBytes();

        var failure = await channel.FailUnaryAsync();

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 40_000_000);
    }

    [Theory]
    [InlineData("gzip", false)]
    [InlineData("gzip", true)]
    [InlineData("deflate", false)]
    [InlineData("deflate", true)]
    public async Task Response_CutShortOrFollowedByMore_IsInternal(string encoding, bool isLonger)
    {
        var packed = Pack(encoding, TestChannel.Response(1000));
        await using var server = Answering(encoding, isLonger ? [.. packed, 0] : packed[..^1]);
        using var channel = TestChannel.To(server);

        Assert.Equal(StatusCode.Internal, (await channel.FailUnaryAsync()).StatusCode);
    }

    [Fact]
    public async Task Providers_OfTheChannel_ReplaceTheDefaults()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        using var channel = TestChannel.To(server, new() { CompressionProviders = [new GzipCompressionProvider(CompressionLevel.Optimal)] });

        await channel.UnaryAsync();

        Assert.Equal("identity,gzip", server.Calls[0].Header("grpc-accept-encoding"));
    }

    [Fact]
    public async Task Request_AboveTheSendLimit_FailsAndNothingIsSent()
    {
        await using var server = HostileServer.Start(call => call.AnswerAsync([]));
        using var channel = TestChannel.To(server, new() { MaxSendMessageSize = 100 });
        using var call = channel.Client.UnaryCallAsync(Large, TestChannel.Options());

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);

        Assert.Equal(new Status(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size."), failure.Status);
        Assert.Empty(server.Calls);
    }

    private static HostileServer Answering(string encoding, byte[] packed) => HostileServer.Start(async call =>
    {
        await call.HeadersAsync(("grpc-encoding", encoding));
        var frame = GrpcFraming.Frame(packed, 1);
        for (var at = 0; at < frame.Length; at += 16_000)
            await call.DataAsync(frame[at..Math.Min(frame.Length, at + 16_000)]);
        await call.TrailersAsync(("grpc-status", "0"));
    });

    private static byte[] Pack(string encoding, byte[] payload) => encoding == "gzip" ? GrpcFraming.Gzip(payload) : GrpcFraming.Deflate(payload);

    private static byte[] Unpack(string encoding, byte[] packed)
    {
        using var source = new MemoryStream(packed);
        using Stream stream = encoding == "gzip" ? new GZipStream(source, CompressionMode.Decompress) : new ZLibStream(source, CompressionMode.Decompress);
        using var target = new MemoryStream();
        stream.CopyTo(target);
        return target.ToArray();
    }
}
