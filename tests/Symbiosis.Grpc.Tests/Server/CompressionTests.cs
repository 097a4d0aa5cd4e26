using System.IO.Compression;
using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Testing;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>Section D of the conformance checklist.</summary>
public sealed class CompressionTests
{
    private static readonly byte[] s_plain = new SimpleRequest { Payload = new() { Body = ByteString.CopyFrom(new byte[1000]) } }.ToByteArray();

    public static TheoryData<string, byte[], string?, StatusCode> Requests => new()
    {
        { "D-1 gzip", Wire.Frame(Gzip(s_plain), 1), "gzip", StatusCode.OK },
        { "D-1 deflate", Wire.Frame(Zlib(s_plain), 1), "deflate", StatusCode.OK },
        { "D-2 flag 0", Wire.Frame(s_plain), "gzip", StatusCode.OK },
        { "D-3 no encoding", Wire.Frame(Gzip(s_plain), 1), null, StatusCode.Internal },
        { "D-4 identity", Wire.Frame(Gzip(s_plain), 1), "identity", StatusCode.Internal },
        { "D-5 unknown", Wire.Frame(Gzip(s_plain), 1), "foo", StatusCode.Unimplemented },
        { "D-6 unknown, flag 0", Wire.Frame(s_plain), "foo", StatusCode.OK },
        { "D-7 garbage", Wire.Frame([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20], 1), "gzip", StatusCode.Internal },
        { "D-7 truncated", Wire.Frame(Gzip(s_plain)[..^1], 1), "gzip", StatusCode.Internal },
        { "D-7 trailing bytes", Wire.Frame([.. Gzip(s_plain), 0], 1), "gzip", StatusCode.Internal },
        { "D-7 zlib truncated", Wire.Frame(Zlib(s_plain)[..^4], 1), "deflate", StatusCode.Internal },
        { "D-7 zlib trailing bytes", Wire.Frame([.. Zlib(s_plain), 1, 2], 1), "deflate", StatusCode.Internal },
        { "D-9 bomb", Wire.Frame(Gzip(new byte[64 * 1024 * 1024]), 1), "gzip", StatusCode.ResourceExhausted },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Unary_CompressedRequest_IsAnsweredAsListed(string item, byte[] body, string? encoding, StatusCode expected)
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        var answer = await application.CallAsync(ScriptedTestService.Unary, body, encoding is null ? [] : [("grpc-encoding", encoding)]);

        Assert.True(expected == answer.Status, $"{item}: {answer.Status} {answer.Message}");
        Assert.Equal(expected == StatusCode.Unimplemented ? "identity,gzip,deflate" : null, answer.Header("grpc-accept-encoding"));
        if (expected == StatusCode.Unimplemented)
            Assert.Contains("'foo'", answer.Message, StringComparison.Ordinal);
        if (expected == StatusCode.OK)
            Assert.Equal(1000, SimpleResponse.Parser.ParseFrom(answer.Messages[0].Payload).Payload.Body.Length);
        Assert.Empty(application.Log.Errors);
    }

    [Theory]
    [InlineData("gzip", "gzip", 1)]
    [InlineData("gzip", "identity, deflate, gzip ", 1)]
    [InlineData("deflate", "deflate", 1)]
    [InlineData("gzip", "deflate", 0)]
    [InlineData("gzip", null, 0)]
    public async Task Response_EncodingOfTheServer_IsUsedOnlyIfTheClientAcceptsIt(string algorithm, string? accepted, byte flag)
    {
        await using var application = await ScriptedApplication.StartAsync(new(), options => options.ResponseCompressionAlgorithm = algorithm);

        var answer = await application.CallAsync(
            ScriptedTestService.Unary, Wire.Frame(s_plain), accepted is null ? [] : [("grpc-accept-encoding", accepted)]);

        var (answerFlag, payload) = Assert.Single(answer.Messages);
        Assert.Equal(flag, answerFlag);
        Assert.Equal(flag == 1 ? algorithm : null, answer.Header("grpc-encoding"));
        if (flag == 1)
            payload = Inflate(payload, algorithm);
        Assert.Equal(1000, SimpleResponse.Parser.ParseFrom(payload).Payload.Body.Length);
    }

    [Fact]
    public async Task Response_OneMessageNotToBeCompressed_HasFlagZero()
    {
        var script = new ScriptedTestService.Script
        {
            ServerStream = async (_, responses, _) =>
            {
                var message = new StreamingOutputCallResponse { Payload = new() { Body = ByteString.CopyFrom(new byte[100]) } };
                await responses.WriteAsync(message);
                responses.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
                await responses.WriteAsync(message);
                responses.WriteOptions = null;
                await responses.WriteAsync(message);
            },
        };
        await using var application = await ScriptedApplication.StartAsync(script, options => options.ResponseCompressionAlgorithm = "gzip");

        var answer = await application.CallAsync(ScriptedTestService.ServerStream, new byte[5], ("grpc-accept-encoding", "gzip"));

        Assert.Equal([1, 0, 1], answer.Messages.Select(message => (int)message.Flag));
    }

    [Fact]
    public async Task Response_EncodingChosenByTheHandler_IsUsed()
    {
        var script = new ScriptedTestService.Script
        {
            Unary = async (request, context) =>
            {
                await context.WriteResponseHeadersAsync(new Metadata { { "grpc-internal-encoding-request", "gzip" } });
                return new SimpleResponse { Payload = request.Payload };
            },
        };
        await using var application = await ScriptedApplication.StartAsync(script);

        var answer = await application.CallAsync(ScriptedTestService.Unary, Wire.Frame(s_plain), ("grpc-accept-encoding", "gzip"));

        Assert.Equal("gzip", answer.Header("grpc-encoding"));
        Assert.Equal(1, answer.Messages[0].Flag);
        Assert.Null(answer.Header("grpc-internal-encoding-request"));
    }

    [Fact]
    public async Task Request_Compressed_HandlerSeesTheFlagOfEachMessage()
    {
        var flags = new List<bool>();
        var script = new ScriptedTestService.Script
        {
            ClientStream = async (requests, context) =>
            {
                while (await requests.MoveNext(context.CancellationToken))
                    flags.Add(context.GetHttpContext().Features.Get<IReceivedMessageFeature>()!.IsCompressed);
                return new StreamingInputCallResponse();
            },
        };
        await using var application = await ScriptedApplication.StartAsync(script);

        await application.CallAsync(ScriptedTestService.ClientStream, [.. Wire.Frame(Gzip([]), 1), .. new byte[5], .. Wire.Frame(Gzip([]), 1)], ("grpc-encoding", "gzip"));

        Assert.Equal([true, false, true], flags);
    }

    internal static byte[] Gzip(byte[] plain)
    {
        using var target = new MemoryStream();
        using (var stream = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(plain);
            // Nothing written is nothing at all, not an empty gzip.
            stream.Flush();
        }

        return target.ToArray();
    }

    private static byte[] Zlib(byte[] plain)
    {
        using var target = new MemoryStream();
        using (var stream = new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(plain);
        return target.ToArray();
    }

    private static byte[] Inflate(byte[] compressed, string algorithm)
    {
        using var source = new MemoryStream(compressed);
        using Stream stream = algorithm == "gzip" ? new GZipStream(source, CompressionMode.Decompress) : new ZLibStream(source, CompressionMode.Decompress);
        using var target = new MemoryStream();
        stream.CopyTo(target);
        return target.ToArray();
    }
}
