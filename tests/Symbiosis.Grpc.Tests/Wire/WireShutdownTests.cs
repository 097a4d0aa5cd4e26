using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Symbiosis.Grpc.TestHost;
using Symbiosis.Testing;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Section M of the checklist, and F-10: life and end of connections. Each test ends a host of its own.</summary>
public sealed class WireShutdownTests(WireHost host) : WireTests(host)
{
    [Fact]
    public async Task M01_HostEnds_GoAwayThenUnaryFinishesAndStreamsGetUnavailable()
    {
        await using var application = await WireHost.StartAsync(Host.Log, new TestHostOptions());
        await using var connection = await WireConnection.ConnectAsync(application.H2cPort);
        var unary = await StartAsync(application, connection, UnaryPath, request => (request.Ending, request.HoldMilliseconds) = (Ending.Hold, 1500));
        var stream = await StartAsync(application, connection, ServerStreamPath, request => (request.Ending, request.ResponseCount) = (Ending.Wait, 1));
        var duplex = await StartAsync(application, connection, DuplexPath, request => request.Ending = Ending.Wait);

        var stopping = application.StopAsync();

        AssertStatus(StatusCode.Unavailable, await stream.AnswerAsync());
        AssertStatus(StatusCode.Unavailable, await duplex.AnswerAsync());
        AssertStatus(StatusCode.OK, await unary.AnswerAsync());
        await connection.UntilGoAwayAsync();
        Assert.Equal(Http2ErrorCode.NoError, connection.GoAwayCode);
        // As clients do after GOAWAY; at times Kestrel waits for it.
        await connection.DisposeAsync();
        await stopping.Within(WireConnection.Patience);
    }

    [Fact]
    public async Task M01_StreamWhoseHandlerIgnoresTheEnd_UnavailableAllTheSame()
    {
        var options = new TestHostOptions { ConfigureGrpc = grpc => grpc.DrainTimeout = TimeSpan.FromSeconds(1) };
        await using var application = await WireHost.StartAsync(Host.Log, options);
        await using var connection = await WireConnection.ConnectAsync(application.H2cPort);
        var stream = await StartAsync(application, connection, ServerStreamPath, request => (request.Ending, request.HoldMilliseconds) = (Ending.Hold, 10_000));

        var stopping = application.StopAsync();

        AssertStatus(StatusCode.Unavailable, await stream.AnswerAsync(TimeSpan.FromSeconds(8)));
        await connection.DisposeAsync();
        await stopping.Within(WireConnection.Patience);
    }

    [Fact]
    public async Task F10_CallAfterTheEndBegan_UnavailableOrNotTaken()
    {
        await using var application = await WireHost.StartAsync(Host.Log, new TestHostOptions());
        await using var connection = await WireConnection.ConnectAsync(application.H2cPort);
        await StartAsync(application, connection, UnaryPath, request => (request.Ending, request.HoldMilliseconds) = (Ending.Hold, 1000));
        var stopping = application.StopAsync();

        // Before GOAWAY a call is answered; after it the server need not look at it.
        var late = connection.NewCall();
        await late.SendHeadersAsync(UnaryPath);
        await late.SendDataAsync(Good(), endStream: true);
        await connection.UntilAsync(() => late.IsOver || connection.GoAwayCode is not null || connection.IsClosed, "an answer or GOAWAY");

        var answer = late.Snapshot();
        Assert.True(answer.Status is null or StatusCode.Unavailable, answer.ToString());
        // As clients do after GOAWAY; at times Kestrel waits for it.
        await connection.UntilGoAwayAsync();
        await connection.DisposeAsync();
        await stopping.Within(WireConnection.Patience);
    }

    [Fact]
    public void M02_KeepAlivePings_AreOnByDefault()
    {
        var limits = Application.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.Http2;

        Assert.InRange(limits.KeepAlivePingDelay, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
        Assert.Equal(TimeSpan.FromSeconds(20), limits.KeepAlivePingTimeout);
    }

    [Fact]
    public async Task M02_PeerThatNoLongerAnswersPings_IsCutAndItsHandlersCancelled()
    {
        var options = new TestHostOptions
        {
            ConfigureKestrel = kestrel =>
                (kestrel.Limits.Http2.KeepAlivePingDelay, kestrel.Limits.Http2.KeepAlivePingTimeout) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)),
        };
        await using var application = await WireHost.StartAsync(Host.Log, options);
        await using var connection = await WireConnection.ConnectAsync(application.H2cPort, new WireConnectionOptions { AcknowledgePings = false });
        var id = NewId();
        await StartAsync(application, connection, ServerStreamPath, request => (request.Id, request.Ending) = (id, Ending.Wait));

        await connection.UntilClosedAsync();

        await application.Ledger[id].Cancelled.Within(WireConnection.Patience);
    }

    [Fact]
    public async Task M03_ManyPings_AreTolerated()
    {
        await using var connection = await ConnectAsync();
        for (var i = 0; i < 200; i++)
            await connection.PingAsync(BitConverter.GetBytes((long)i));

        Assert.Null(connection.GoAwayCode);
    }

    /// <summary>A call whose handler is known to run.</summary>
    private static async Task<WireCall> StartAsync(TestHostApplication application, WireConnection connection, string path, Action<ProbeRequest> change)
    {
        var id = NewId();
        var call = connection.NewCall();
        await call.SendHeadersAsync(path, ("x-id", id));
        var body = Good(request =>
        {
            request.Id = id;
            change(request);
            id = request.Id;
        });
        await call.SendDataAsync(body, endStream: path is UnaryPath or ServerStreamPath);
        await application.Ledger[id].Started.Within(WireConnection.Patience);
        return call;
    }
}
