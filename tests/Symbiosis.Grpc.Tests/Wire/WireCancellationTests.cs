using Grpc.Core;
using Symbiosis.Testing;

namespace Symbiosis.Grpc.Tests.Wire;

/// <summary>Section G of the checklist: cancellation, both ways.</summary>
public sealed class WireCancellationTests(WireHost host) : WireTests(host)
{
    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task G09_ResetWhileTheHandlerRuns_ItsTokenFiresAndNothingMoreIsSent(string path)
    {
        var id = NewId();
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(path, ("x-id", id));
        await call.SendDataAsync(Good(request => (request.Id, request.Ending) = (id, Ending.Wait)), endStream: path is UnaryPath or ServerStreamPath);
        await Application.Ledger[id].Started.Within(WireConnection.Patience);

        await call.ResetAsync();

        await Application.Ledger[id].Cancelled.Within(TimeSpan.FromSeconds(2));
        await Application.Ledger[id].Ended.Within(WireConnection.Patience);
        await connection.PingAsync(new byte[8]);
        Assert.Equal(0, call.BlockCount);
    }

    [Theory]
    [InlineData(ClientStreamPath)]
    [InlineData(DuplexPath)]
    public async Task G09_ResetBeforeTheFirstMessage_TokenFires(string path)
    {
        var id = NewId();
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(path, ("x-id", id));
        await Application.Ledger[id].Started.Within(WireConnection.Patience);

        await call.ResetAsync();

        await Application.Ledger[id].Cancelled.Within(TimeSpan.FromSeconds(2));
        await Application.Ledger[id].Ended.Within(WireConnection.Patience);
    }

    [Theory]
    [InlineData(UnaryPath)]
    [InlineData(ServerStreamPath)]
    public async Task G09_ResetBeforeTheRequestIsWhole_HandlerNeverRuns(string path)
    {
        var started = Application.Ledger.StartedCount;
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(path);
        await call.SendDataAsync(Good()[..6]);

        await call.ResetAsync();
        await connection.PingAsync(new byte[8]);

        Assert.Equal(started, Application.Ledger.StartedCount);
        Assert.Equal(0, call.BlockCount);
    }

    [Fact]
    public async Task G09_ResetAfterMessages_TokenFires()
    {
        var id = NewId();
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(DuplexPath, ("x-id", id));
        await call.SendDataAsync(Good(request => request.ResponseCount = 1));
        Assert.NotNull(await call.NextMessageAsync());

        await call.ResetAsync();

        await Application.Ledger[id].Cancelled.Within(TimeSpan.FromSeconds(2));
        await Application.Ledger[id].Ended.Within(WireConnection.Patience);
    }

    [Fact]
    public async Task G10_ConnectionLost_AllItsHandlersAreCancelled()
    {
        var ids = Enumerable.Range(0, 20).Select(_ => NewId()).ToList();
        var connection = await ConnectAsync();
        foreach (var id in ids)
        {
            var call = connection.NewCall();
            await call.SendHeadersAsync(ServerStreamPath);
            await call.SendDataAsync(Good(request => (request.Id, request.Ending) = (id, Ending.Wait)), endStream: true);
        }

        await Task.WhenAll(ids.Select(id => Application.Ledger[id].Started)).Within(WireConnection.Patience);

        await connection.DisposeAsync();

        await Task.WhenAll(ids.Select(id => Application.Ledger[id].Cancelled)).Within(TimeSpan.FromSeconds(5));
        await Task.WhenAll(ids.Select(id => Application.Ledger[id].Ended)).Within(WireConnection.Patience);
    }

    [Theory]
    [InlineData(ClientStreamPath)]
    [InlineData(DuplexPath)]
    public async Task G11_HandlerEndsBeforeTheClient_StatusThenResetWithoutError(string path)
    {
        await using var connection = await ConnectAsync();
        var call = connection.NewCall();
        await call.SendHeadersAsync(path);
        await call.SendDataAsync(Good(request => (request.StatusCode, request.StatusMessage) = (9, "enough")));

        var answer = await call.AnswerAsync();

        AssertStatus(StatusCode.FailedPrecondition, answer);
        Assert.Equal(Http2ErrorCode.NoError, await call.ResetCodeAsync());
    }

    [Fact]
    public async Task G12_DeadlineInTheMiddleOfAMessage_ResetCancel()
    {
        // The window takes a tenth of the message; the rest waits for room that never comes, so trailers cannot be sent either.
        await using var connection = await ConnectAsync(new WireConnectionOptions { StreamWindow = 10_000 });
        var call = connection.NewCall();
        await call.SendHeadersAsync(ServerStreamPath, ("grpc-timeout", "300m"));
        await call.SendDataAsync(Good(request => (request.ResponseCount, request.ResponseBytes) = (1, 100_000)), endStream: true);

        var answer = await call.AnswerAsync();

        Assert.Equal(Http2ErrorCode.Cancel, answer.ResetCode);
        Assert.Null(answer.Status);
    }
}
