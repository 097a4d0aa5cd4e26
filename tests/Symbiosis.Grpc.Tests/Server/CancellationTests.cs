using Grpc.Core;
using Grpc.Testing;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>Section G of the conformance checklist: the client gives up.</summary>
public sealed class CancellationTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(ScriptedTestService.Unary)]
    [InlineData(ScriptedTestService.ServerStream)]
    [InlineData(ScriptedTestService.ClientStream)]
    [InlineData(ScriptedTestService.Duplex)]
    public async Task Client_Resets_TokenFiresAndNothingIsLogged(string path)
    {
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var application = await ScriptedApplication.StartAsync(DeadlineTests.ScriptOf(async context =>
        {
            running.SetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            }
            finally
            {
                fired.SetResult();
            }
        }));
        using var cancellation = new CancellationTokenSource();
        using var request = Wire.Request(path, new ByteArrayContent(new byte[5]));

        var call = application.Client.SendAsync(request, cancellation.Token);
        await running.Task.WaitAsync(s_limit, TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        await fired.Task.WaitAsync(s_limit, TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await application.DisposeAsync();
        Assert.Empty(application.Log.Errors);
    }

    [Fact]
    public async Task Client_ResetsWhileTheHandlerReads_TheReadIsCancelled()
    {
        var outcome = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            ClientStream = async (requests, _) =>
            {
                running.SetResult();
                outcome.SetResult(await Record.ExceptionAsync(() => requests.MoveNext(CancellationToken.None)));
                throw new OperationCanceledException();
            },
        });
        using var cancellation = new CancellationTokenSource();
        using var content = new OpenContent();
        using var request = Wire.Request(ScriptedTestService.ClientStream, content);

        var call = application.Client.SendAsync(request, cancellation.Token);
        await running.Task.WaitAsync(s_limit, TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        Assert.IsAssignableFrom<OperationCanceledException>(await outcome.Task.WaitAsync(s_limit, TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await application.DisposeAsync();
        Assert.Empty(application.Log.Errors);
    }

    [Fact]
    public async Task Client_DropsItsConnection_AllItsCallsAreCancelled()
    {
        var runningCount = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var none = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var application = await ScriptedApplication.StartAsync(DeadlineTests.ScriptOf(async context =>
        {
            if (Interlocked.Increment(ref runningCount) == 10)
                all.SetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            }
            finally
            {
                if (Interlocked.Decrement(ref runningCount) == 0)
                    none.SetResult();
            }
        }));

        var calls = Enumerable.Range(0, 10).Select(_ => application.CallAsync(ScriptedTestService.Unary, new byte[5])).ToList();
        await all.Task.WaitAsync(s_limit, TestContext.Current.CancellationToken);
        application.Client.Dispose();

        await none.Task.WaitAsync(s_limit, TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(calls));
        await application.DisposeAsync();
        Assert.Empty(application.Log.Errors);
    }

    [Fact]
    public async Task Handler_ThrowsCancellationOfItsOwn_IsUnknown()
    {
        await using var application = await ScriptedApplication.StartAsync(DeadlineTests.ScriptOf(_ => throw new OperationCanceledException()));

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);

        Assert.Equal(StatusCode.Unknown, answer.Status);
    }

    [Fact]
    public async Task Read_UsersTokenFires_OnlyTheReadIsCancelled()
    {
        var hasThrown = false;
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            ClientStream = async (requests, _) =>
            {
                using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
                hasThrown = await Record.ExceptionAsync(() => requests.MoveNext(source.Token)) is OperationCanceledException;
                return new StreamingInputCallResponse { AggregatedPayloadSize = 7 };
            },
        });
        using var content = new OpenContent();

        var answer = await application.SendAsync(Wire.Request(ScriptedTestService.ClientStream, content));

        Assert.True(hasThrown);
        Assert.Equal(StatusCode.OK, answer.Status);
    }
}
