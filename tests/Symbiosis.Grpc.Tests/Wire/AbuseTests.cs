using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Symbiosis.Testing;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Clients that mean harm, each beside a good one whose calls must go on. The server is a process of its own.</summary>
[Collection(nameof(AloneCollection))]
public sealed class AbuseTests(WireServerProcess server) : IClassFixture<WireServerProcess>
{
    private const string UnaryPath = "/symbiosis.testing.ProbeService/Unary";
    private const string ServerStreamPath = "/symbiosis.testing.ProbeService/ServerStream";
    private const string ClientStreamPath = "/symbiosis.testing.ProbeService/ClientStream";

    /// <summary>Far above what is measured (some 10 to 50 ms), so that a busy machine is no failure, and far below a service that hangs.</summary>
    private const double MaxP99Milliseconds = 2000;

    /// <summary>Kestrel's critical line when it ends a connection whose client makes it answer more frames than it reads. It is documented, and no other is permitted.</summary>
    private const string EndsConnection = "exceeded the output operations maximum queue size";

    [Fact]
    public Task HeadersThatTrickle_OfManyConnections_OthersAreServed() => BesideAGoodClientAsync(64, async () =>
    {
        var start = Http2Frame.Headers(1, HpackEncoder.Encode(WireCall.RequestFields(UnaryPath)), false).ToBytes();
        byte[] bytes = [.. Http2Frame.Preface.Span, .. Http2Frame.Settings().ToBytes(), .. start];
        var clients = new List<TcpClient>();
        for (var i = 0; i < 300; i++)
        {
            var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(IPAddress.Loopback, server.Port, TestContext.Current.CancellationToken);
            clients.Add(client);
        }

        // A third trickles the preface, a third the settings, a third the headers: one byte each round.
        for (var round = 0; round < 20; round++)
        {
            for (var i = 0; i < clients.Count; i++)
            {
                var skip = (i % 3) switch { 0 => 0, 1 => 24, _ => 40 };
                var from = round == 0 ? 0 : skip + round;
                await clients[i].GetStream().WriteAsync(bytes.AsMemory(from, skip + round + 1 - from), TestContext.Current.CancellationToken);
            }

            await WireTime.PassAsync(TimeSpan.FromMilliseconds(100));
        }

        clients.ForEach(client => client.Dispose());
    });

    [Fact]
    public Task BodiesThatTrickle_OfManyStreams_OthersAreServed() => BesideAGoodClientAsync(64, async () =>
    {
        await using var connection = await WireConnection.ConnectAsync(server.Port);
        var body = GrpcFraming.Frame(new ProbeRequest { Text = new string('s', 100) });
        var calls = Enumerable.Range(0, 500).Select(_ => connection.NewCall()).ToList();
        foreach (var call in calls)
            await call.SendHeadersAsync(calls.IndexOf(call) % 2 == 0 ? UnaryPath : ClientStreamPath);
        for (var round = 0; round < 20; round++)
        {
            await connection.SendAsync([.. calls.Select(call => Http2Frame.Data(call.StreamId, [body[round]], false))]);
            await WireTime.PassAsync(TimeSpan.FromMilliseconds(100));
        }
    });

    [Fact]
    public Task Cancels_ThousandAtOnce_OthersAreServedAndSlotsAreFree() => BesideAGoodClientAsync(64, async () =>
    {
        await using var connection = await WireConnection.ConnectAsync(server.Port);
        for (var round = 0; round < 3; round++)
        {
            var calls = await StartManyAsync(connection, 1000, new ProbeRequest { Ending = Ending.Wait });
            await connection.SendAsync([.. calls.Select(call => Http2Frame.Reset(call.StreamId, Http2ErrorCode.Cancel))]);
            await connection.PingAsync(BitConverter.GetBytes((long)round));
            calls.ForEach(connection.Forget);
        }

        var after = (await StartManyAsync(connection, 1, new ProbeRequest()))[0];
        Assert.Equal(StatusCode.OK, (await after.AnswerAsync()).Status);
    });

    [Fact]
    public Task Streams_ThousandOnOneConnection_AllAreAnswered() => BesideAGoodClientAsync(128, async () =>
    {
        await using var connection = await WireConnection.ConnectAsync(server.Port);
        var calls = await StartManyAsync(connection, 1000, new ProbeRequest { Ending = Ending.Hold, HoldMilliseconds = 500 });
        foreach (var call in calls)
            Assert.Equal(StatusCode.OK, (await call.AnswerAsync()).Status);
    });

    [Fact]
    public Task RapidReset_FiveThousandOpenedAndReset_OthersAreServed() => BesideAGoodClientAsync(128, EndsConnection, async () =>
    {
        await using var connection = await WireConnection.ConnectAsync(server.Port);
        var block = HpackEncoder.Encode(WireCall.RequestFields(UnaryPath));
        var frames = new List<Http2Frame>();
        for (var i = 0; i < 5000; i++)
            frames.AddRange([Http2Frame.Headers((2 * i) + 1, block, false), Http2Frame.Reset((2 * i) + 1, Http2ErrorCode.Cancel)]);
        try
        {
            await connection.SendAsync([.. frames]);
            await connection.SendAsync(Http2Frame.Ping(new byte[8]));
        }
        catch (IOException)
        {
            // The server may call it enough and close this connection.
        }

        // Whichever it chooses, it has worked through the burst.
        var isThrough = connection.PingAsync(new byte[8]).ContinueWith(_ => true, TaskScheduler.Default);
        await Task.WhenAny(isThrough, connection.UntilGoAwayAsync());
    });

    [Fact]
    public Task Bombs_TwentyAtOnce_AreRefusedWithinMemory() => BesideAGoodClientAsync(160, async () =>
    {
        // 20 times the limit of 4 MiB may be inflated at a time, and a buffer may double as it grows.
        var bomb = GrpcFraming.Frame(WireCompressionTests.Bomb(1024), flag: 1);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            await using var connection = await WireConnection.ConnectAsync(server.Port);
            var call = connection.NewCall();
            await call.SendHeadersAsync(UnaryPath, ("grpc-encoding", "gzip"));
            await call.SendDataAsync(bomb, endStream: true);
            Assert.Equal(StatusCode.ResourceExhausted, (await call.AnswerAsync()).Status);
        })));
    });

    [Fact]
    public Task LengthClaims_ThousandOfTwoGigabytes_AreRefusedWithoutMemory() => BesideAGoodClientAsync(48, async () =>
    {
        await using var connection = await WireConnection.ConnectAsync(server.Port);
        var calls = new List<WireCall>();
        for (var i = 0; i < 1000; i++)
        {
            var call = connection.NewCall();
            await call.SendHeadersAsync(i % 2 == 0 ? UnaryPath : ClientStreamPath);
            await call.SendDataAsync(GrpcFraming.Frame([1, 2, 3], claimedLength: i % 3 == 0 ? uint.MaxValue : int.MaxValue));
            calls.Add(call);
        }

        foreach (var call in calls)
            Assert.Equal(StatusCode.ResourceExhausted, (await call.AnswerAsync()).Status);
    });

    [Fact]
    public Task Readers_ThatNeverRead_HoldLittleMemory() => BesideAGoodClientAsync(96, async () =>
    {
        // Eight streams of 100 MB each on four connections that give no window: what the server holds is bounded by what it has begun to write.
        var connections = new List<WireConnection>();
        for (var i = 0; i < 4; i++)
        {
            var connection = await WireConnection.ConnectAsync(server.Port, new WireConnectionOptions { StreamWindow = 0, OpenConnectionWindow = false });
            await StartManyAsync(connection, 2, new ProbeRequest { ResponseCount = 1600, ResponseBytes = 1 << 16 }, ServerStreamPath);
            connections.Add(connection);
        }

        await WireTime.PassAsync(TimeSpan.FromMilliseconds(1000));
        foreach (var connection in connections)
            await connection.DisposeAsync();
    });

    [Fact]
    public Task Reader_OfA64KilobyteWindow_GetsHundredMegabytesWithinMemory() => BesideAGoodClientAsync(64, async () =>
    {
        var options = new WireConnectionOptions { StreamWindow = 65535, OpenConnectionWindow = false, ReturnWindows = true, KeepBodies = false };
        await using var connection = await WireConnection.ConnectAsync(server.Port, options);
        var call = (await StartManyAsync(connection, 1, new ProbeRequest { ResponseCount = 1600, ResponseBytes = 1 << 16 }, ServerStreamPath))[0];

        var answer = await call.AnswerAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(StatusCode.OK, answer.Status);
    });

    [Fact]
    public Task Frames_FloodOfSettingsAndPings_OthersAreServed() => BesideAGoodClientAsync(128, EndsConnection, async () =>
    {
        await using var connection = await WireConnection.ConnectAsync(server.Port);
        try
        {
            for (var i = 0; i < 20; i++)
                await connection.SendAsync([.. Enumerable.Range(0, 500).SelectMany(_ => (Http2Frame[])[Http2Frame.Settings((Http2SettingId.InitialWindowSize, 70_000)), Http2Frame.Ping(new byte[8]), Http2Frame.WindowUpdate(0, 1)])]);
        }
        catch (IOException)
        {
            // The server may call it enough.
        }
    });

    private static async Task<List<WireCall>> StartManyAsync(WireConnection connection, int count, ProbeRequest request, string path = UnaryPath)
    {
        var block = HpackEncoder.Encode(WireCall.RequestFields(path));
        var body = GrpcFraming.Frame(request);
        var calls = Enumerable.Range(0, count).Select(_ => connection.NewCall()).ToList();
        await connection.SendAsync([.. calls.SelectMany(call => (Http2Frame[])[Http2Frame.Headers(call.StreamId, block, false), Http2Frame.Data(call.StreamId, body, true)])]);
        return calls;
    }

    /// <summary>Runs an abuse while a good client calls all the time; then looks at its times, the server's memory and its log.</summary>
    private Task BesideAGoodClientAsync(int maxGrowthMib, Func<Task> abuse) => BesideAGoodClientAsync(maxGrowthMib, null, abuse);

    private async Task BesideAGoodClientAsync(int maxGrowthMib, string? documentedError, Func<Task> abuse)
    {
        var errorCount = server.Errors.Count;
        var client = new GoodClient(server.Port);
        await client.MedianAsync();
        var before = server.MemoryMib;
        var peak = before;
        using var stop = new CancellationTokenSource();
        var good = Task.Run(() => client.CallUntilAsync(stop.Token));
        var watching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                peak = Math.Max(peak, server.MemoryMib);
                await WireTime.PassAsync(TimeSpan.FromMilliseconds(20));
            }
        });

        await abuse();

        await stop.CancelAsync();
        await watching;
        var times = await good;
        var p99 = times[(int)(times.Count * 0.99)];
        TestContext.Current.SendDiagnosticMessage($"{times.Count} good calls, median {times[times.Count / 2]:0.0} ms, p99 {p99:0.0} ms; memory at most {peak - before:0} MiB more than {before:0} MiB.");
        Assert.True(server.IsAlive, server.LogText);
        Assert.True(p99 < MaxP99Milliseconds, $"p99 of good calls: {p99:0} ms");
        Assert.True(peak - before < maxGrowthMib, $"Memory grew by {peak - before:0} MiB.");
        var errors = server.Errors.Skip(errorCount).Where(entry => documentedError is null || !entry.Contains(documentedError, StringComparison.Ordinal));
        Assert.True(!errors.Any(), string.Join('\n', errors));
    }
}
