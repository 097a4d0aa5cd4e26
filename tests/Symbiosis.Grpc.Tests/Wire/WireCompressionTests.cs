using System.Diagnostics;
using System.IO.Compression;
using Google.Protobuf;
using Grpc.Core;
using Symbiosis.Testing;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Section D of the checklist: compression of messages.</summary>
public sealed class WireCompressionTests(WireHost host) : WireTests(host)
{
    private static readonly (string, string) AcceptsGzip = ("grpc-accept-encoding", "identity,gzip,deflate");

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task D01_CompressedMessage_IsRead(string encoding)
    {
        foreach (var path in AllPaths)
            AssertStatus(StatusCode.OK, await CallAsync(path.Data, Packed(encoding), ("grpc-encoding", encoding)));

        Assert.Equal("packed", ResponseOf(await CallAsync(UnaryPath, Packed(encoding), ("grpc-encoding", encoding))).Text);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("identity")]
    public async Task D02_PlainMessageUnderAnEncoding_IsRead(string encoding)
    {
        Assert.Equal("good", ResponseOf(await CallAsync(UnaryPath, Good(), ("grpc-encoding", encoding))).Text);
    }

    [Fact]
    public async Task D03_CompressedMessageWithoutAnEncoding_Internal()
    {
        foreach (var path in AllPaths)
            AssertStatus(StatusCode.Internal, await CallAsync(path.Data, Packed("gzip")));
    }

    [Fact]
    public async Task D04_CompressedMessageUnderIdentity_Internal()
    {
        foreach (var path in AllPaths)
            AssertStatus(StatusCode.Internal, await CallAsync(path.Data, Packed("gzip"), ("grpc-encoding", "identity")));
    }

    [Fact]
    public async Task D05_UnknownEncoding_UnimplementedAndTheKnownOnesAreNamed()
    {
        var answer = await CallAsync(UnaryPath, Packed("gzip"), ("grpc-encoding", "foo"));

        AssertStatus(StatusCode.Unimplemented, answer);
        var accepted = (answer.Header("grpc-accept-encoding") ?? "").Split(',').Select(name => name.Trim()).Order(StringComparer.Ordinal);
        Assert.Equal(["deflate", "gzip", "identity"], accepted);
        Assert.Contains("foo", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D06_PlainMessageUnderAnUnknownEncoding_IsRead()
    {
        AssertStatus(StatusCode.OK, await CallAsync(UnaryPath, Good(), ("grpc-encoding", "foo")));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task D07_PackedBytesThatAreBroken_Internal(string encoding)
    {
        var packed = Packed(encoding)[GrpcFraming.PrefixLength..];
        byte[][] broken = [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], packed[..^4], packed[..(packed.Length / 2)], [.. packed, 1, 2, 3]];
        foreach (var payload in broken)
        {
            var answer = await CallAsync(UnaryPath, GrpcFraming.Frame(payload, flag: 1), ("grpc-encoding", encoding));

            Assert.True(answer.Status == StatusCode.Internal, $"{Convert.ToHexString(payload)}: {answer}");
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task D07_NoBytesUnderTheFlag_AreAnEmptyMessage(string encoding)
    {
        // As gRPC's core library reads them.
        AssertStatus(StatusCode.OK, await CallAsync(UnaryPath, GrpcFraming.Frame([], flag: 1), ("grpc-encoding", encoding)));
    }

    [Fact]
    public async Task D07_ChecksumThatIsWrong_Internal()
    {
        var packed = Packed("gzip");
        // A gzip stream ends in the checksum and the length of what was packed, four bytes each.
        packed[^6] ^= 0xFF;

        AssertStatus(StatusCode.Internal, await CallAsync(UnaryPath, packed, ("grpc-encoding", "gzip")));
    }

    [Fact]
    public async Task D08_ClientThatNamesNoEncoding_GetsPlainMessages()
    {
        var answer = await CallAsync(ServerStreamPath, new ProbeRequest { ResponseCount = 2, ResponseBytes = 1000, Compress = 1 });

        AssertStatus(StatusCode.OK, answer);
        Assert.All(answer.Messages, message => Assert.Equal(0, message.Flag));
        Assert.True(answer.Header("grpc-encoding") is null or "identity", answer.ToString());
    }

    [Fact]
    public async Task D09_BombOf256Megabytes_ResourceExhaustedAndNotInflated()
    {
        var bomb = GrpcFraming.Frame(Bomb(256), flag: 1);
        Assert.True(bomb.Length < 300_000);
        // Once before the clock runs, so that what is measured is not the first call's compilation.
        AssertStatus(StatusCode.ResourceExhausted, await CallAsync(UnaryPath, bomb, ("grpc-encoding", "gzip")));

        var clock = Stopwatch.StartNew();
        AssertStatus(StatusCode.ResourceExhausted, await CallAsync(UnaryPath, bomb, ("grpc-encoding", "gzip")));

        // To inflate the whole takes about half a second; the limit of 4 MiB is reached in some ten milliseconds. The room is for a busy machine.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData("identity, deflate, gzip")]
    [InlineData("gzip ")]
    [InlineData(" gzip")]
    [InlineData("gzip")]
    [InlineData("deflate ,gzip")]
    public async Task D10_AcceptedEncodingsWithSpaces_AreUnderstood(string accepted)
    {
        var answer = await CallAsync(ServerStreamPath, new ProbeRequest { ResponseCount = 1, ResponseBytes = 1000, Compress = 1 }, ("grpc-accept-encoding", accepted));

        AssertStatus(StatusCode.OK, answer);
        Assert.Equal("gzip", answer.Header("grpc-encoding"));
        Assert.Equal(1, Assert.Single(answer.Messages).Flag);
    }

    [Fact]
    public async Task D11_MessageThatShallNotBeCompressed_HasFlag0AmongCompressedOnes()
    {
        var answer = await CallAsync(ServerStreamPath, new ProbeRequest { ResponseCount = 4, ResponseBytes = 1000, Compress = 2 }, AcceptsGzip);

        Assert.Equal("gzip", answer.Header("grpc-encoding"));
        Assert.Equal([1, 0, 1, 0], answer.Messages.Select(message => (int)message.Flag));
    }

    [Fact]
    public async Task D12_EachMessage_InflatesByItself()
    {
        var answer = await CallAsync(ServerStreamPath, new ProbeRequest { ResponseCount = 3, ResponseBytes = 1000, Compress = 1 }, AcceptsGzip);

        Assert.Equal(3, answer.Messages.Count);
        foreach (var (flag, payload) in answer.Messages)
        {
            using var inflated = new GZipStream(new MemoryStream(payload), CompressionMode.Decompress);
            Assert.Equal(1, flag);
            Assert.Equal(1000, ProbeResponse.Parser.ParseFrom(inflated).Body.Length);
        }
    }

    [Fact]
    public async Task D12_MessagesCompressedOneByOne_AreAllRead()
    {
        var answer = await CallAsync(ClientStreamPath, [.. Packed("gzip"), .. Good(), .. Packed("gzip")], ("grpc-encoding", "gzip"));

        Assert.Equal(3, ResponseOf(answer).RequestCount);
    }

    /// <summary>Gzip of zeros, megabytes of them.</summary>
    internal static byte[] Bomb(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < megabytes; i++)
                gzip.Write(zeros);
        }

        return packed.ToArray();
    }

    private static byte[] Packed(string encoding)
    {
        var bytes = new ProbeRequest { Text = "packed" }.ToByteArray();
        return GrpcFraming.Frame(encoding == "gzip" ? GrpcFraming.Gzip(bytes) : GrpcFraming.Deflate(bytes), flag: 1);
    }
}
