using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Google.Protobuf;
using Grpc.Testing;
using Symbiosis.Testing;
using ProbeService = Symbiosis.Grpc.TestHost.ProbeService;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>
/// Good conversations and bodies, changed at random: afterwards the server is alive, has not grown, answers good calls quickly, and has logged no error but
/// that of a handler which was told to throw. SYMBIOSIS_FUZZ_SEED repeats one case alone.
/// </summary>
[Collection(nameof(AloneCollection))]
public sealed class FuzzTests(WireServerProcess server) : IClassFixture<WireServerProcess>
{
    private const string SeedVariable = "SYMBIOSIS_FUZZ_SEED";
    private const int MaxGrowthMib = 64;
    private const int MaxMedianMilliseconds = 50;
    private const string UnaryPath = "/symbiosis.testing.ProbeService/Unary";

    /// <summary>Headers of a call are the same each time.</summary>
    private static readonly byte[] ProbeBlock = HpackEncoder.Encode(WireCall.RequestFields(UnaryPath, ("grpc-timeout", "300m")));
    private static readonly byte[] InteropBlock = HpackEncoder.Encode(WireCall.RequestFields("/grpc.testing.TestService/UnaryCall", ("grpc-timeout", "300m")));

    private static readonly byte[] JsonUnaryBlock = JsonBlock(UnaryPath);
    private static readonly byte[] JsonStreamBlock = JsonBlock("/symbiosis.testing.ProbeService/ServerStream");

    private static int? OneSeed => Environment.GetEnvironmentVariable(SeedVariable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    [Fact]
    public Task Conversations_BytesChangedAtRandom_ServerIsUnimpressed() => RunAsync(1_000_000, 10_000, 8, async seeds =>
    {
        foreach (var seed in seeds)
        {
            var random = new Random(seed);
            var conversation = WireConversation.All[random.Next(WireConversation.All.Count)];
            var bytes = Mutation.OfBytes([.. conversation.Frames.SelectMany(frame => frame.ToBytes())], random);
            await ConverseAsync(bytes, $"seed {seed}, {conversation.Name}");
        }
    });

    [Fact]
    public Task Conversations_FramesChangedAtRandom_ServerIsUnimpressed() => RunAsync(2_000_000, 10_000, 8, async seeds =>
    {
        foreach (var seed in seeds)
        {
            var random = new Random(seed);
            var conversation = WireConversation.All[random.Next(WireConversation.All.Count)];
            var bytes = Mutation.OfFrames(conversation.Frames, random).SelectMany(frame => frame.ToBytes()).ToArray();
            await ConverseAsync(bytes, $"seed {seed}, {conversation.Name}");
        }
    });

    [Fact]
    public Task Bodies_ProtobufChangedAtRandom_AreAllAnswered() => RunAsync(3_000_000, 100_000, 4, async seeds =>
    {
        byte[][] good =
        [
            WireConversation.FullRequest.ToByteArray(),
            new ProbeRequest { Text = "text", Numbers = { Enumerable.Range(0, 50) } }.ToByteArray(),
            new SimpleRequest { ResponseSize = 10, Payload = new Payload { Body = ByteString.CopyFrom(new byte[30]) }, ResponseStatus = new EchoStatus { Code = 0, Message = "ok" } }.ToByteArray(),
        ];
        foreach (var batch in seeds.Chunk(200))
        {
            await using var connection = await WireConnection.ConnectAsync(server.Port);
            var calls = new List<(int Seed, WireCall Call)>();
            var frames = new List<Http2Frame>();
            foreach (var seed in batch)
            {
                var random = new Random(seed);
                var kind = random.Next(good.Length);
                var call = connection.NewCall();
                calls.Add((seed, call));
                frames.Add(Http2Frame.Headers(call.StreamId, kind == 2 ? InteropBlock : ProbeBlock, false));
                frames.Add(Http2Frame.Data(call.StreamId, GrpcFraming.Frame(Mutation.OfBytes(good[kind], random)), true));
            }

            await connection.SendAsync([.. frames]);
            foreach (var (seed, call) in calls)
            {
                var answer = await call.AnswerAsync();
                Assert.True(answer.Status is not null && answer.HttpStatus == "200", $"Seed {seed}: {answer}");
            }
        }
    });

    [Fact]
    public Task Bodies_JsonChangedAtRandom_AreAllAnswered() => RunAsync(4_000_000, 50_000, 4, async seeds =>
    {
        var full = WireConversation.FullRequest.Clone();
        full.Compress = 0;
        string[] good =
        [
            JsonFormatter.Default.Format(full),
            "{\"text\":\"t\",\"value\":[[[{\"a\":[1,2.5e3,null,true]}]]],\"ratio\":\"NaN\",\"numbers\":[1,2,3]}",
            "{\"nested\":{\"nested\":{\"nested\":{\"text\":\"\\u263a\"}}},\"labels\":{\"k\":\"v\"},\"ending\":\"ENDING_UNSPECIFIED\"}",
        ];
        foreach (var batch in seeds.Chunk(200))
        {
            await using var connection = await WireConnection.ConnectAsync(server.Port);
            var calls = new List<(int Seed, WireCall Call)>();
            var frames = new List<Http2Frame>();
            foreach (var seed in batch)
            {
                var random = new Random(seed);
                var call = connection.NewCall();
                calls.Add((seed, call));
                frames.Add(Http2Frame.Headers(call.StreamId, random.Next(2) == 0 ? JsonUnaryBlock : JsonStreamBlock, false));
                frames.Add(Http2Frame.Data(call.StreamId, Mutation.OfBytes(Encoding.UTF8.GetBytes(good[random.Next(good.Length)]), random), true));
            }

            await connection.SendAsync([.. frames]);
            foreach (var (seed, call) in calls)
            {
                var answer = await call.AnswerAsync();
                Assert.True(answer.HttpStatus is not null && answer.Header("content-type") is "application/json" or "application/x-ndjson", $"Seed {seed}: {answer}");
            }
        }
    });

    /// <summary>Sends bytes on a new connection, says that no more come, and reads until the server has closed.</summary>
    private async Task ConverseAsync(byte[] bytes, string name)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, server.Port);
        var stream = client.GetStream();
        using var limit = new CancellationTokenSource(WireConnection.Patience);
        try
        {
            await stream.WriteAsync((byte[])[.. Http2Frame.Preface.Span, .. Http2Frame.Settings().ToBytes(), .. bytes], limit.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            var sink = new byte[16384];
            while (await stream.ReadAsync(sink, limit.Token) > 0)
            {
            }
        }
        catch (Exception end) when (end is IOException or SocketException)
        {
            // A server that has said GOAWAY may close while bytes are under way.
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{name}: the server did not close in {WireConnection.Patience.TotalSeconds} s. Bytes: {Convert.ToHexString(bytes)}");
        }
    }

    private static byte[] JsonBlock(string path) =>
        HpackEncoder.Encode([.. WireCall.RequestFields(path, ("grpc-timeout", "300m")).Where(entry => entry.Name is not ("content-type" or "te")), ("content-type", "application/json")]);

    private async Task RunAsync(int firstSeed, int count, int parallel, Func<IEnumerable<int>, Task> run)
    {
        if (OneSeed is { } seed)
        {
            await run([seed]);
            await VerifyAsync(server.MemoryMib);
            return;
        }

        // A first part warms up the compiler and the pools, whose memory is no leak.
        await run(Enumerable.Range(firstSeed, Math.Min(count, 1000)));
        var before = server.MemoryMib;

        var seeds = Enumerable.Range(firstSeed, count).ToList();
        await Task.WhenAll(seeds.Chunk((count + parallel - 1) / parallel).Select(part => Task.Run(() => run(part))));

        await VerifyAsync(before);
    }

    private async Task VerifyAsync(double memoryBeforeMib)
    {
        Assert.True(server.IsAlive, server.LogText);
        var median = await new GoodClient(server.Port).MedianAsync();
        var growth = server.MemoryMib - memoryBeforeMib;
        TestContext.Current.SendDiagnosticMessage($"Median of good calls {median:0.0} ms, memory grew by {growth:0} MiB to {server.MemoryMib:0} MiB.");
        Assert.True(median < MaxMedianMilliseconds, $"A good call took {median:0.0} ms.");
        Assert.True(growth < MaxGrowthMib, $"Memory grew by {growth:0} MiB.");
        var errors = server.Errors.Where(entry => !IsDocumented(entry)).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(5)));
    }

    /// <summary>What a request of the probe service can ask for: that its handler fails.</summary>
    private static bool IsDocumented(string entry) => entry.Contains(ProbeService.Secret, StringComparison.Ordinal);
}
