using System.Diagnostics;
using Grpc.Core;
using Grpc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>M-1 of the conformance checklist: the end of the application.</summary>
public sealed class DrainTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stop_OpenStream_EndsUnavailableInItsTrailers(bool handlerHeedsItsToken)
    {
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var application = await ScriptedApplication.StartAsync(
            new ScriptedTestService.Script
            {
                ServerStream = async (_, responses, context) =>
                {
                    await responses.WriteAsync(new());
                    running.SetResult();
                    if (handlerHeedsItsToken)
                        await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
                    else
                        await release.Task;
                },
            },
            options => options.DrainTimeout = TimeSpan.FromMilliseconds(300));
        var call = application.CallAsync(ScriptedTestService.ServerStream, new byte[5]);
        await running.Task.WaitAsync(s_limit, TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();

        var stop = application.StopAsync();
        var answer = await call.WaitAsync(s_limit, TestContext.Current.CancellationToken);

        Assert.Equal(StatusCode.Unavailable, answer.Status);
        Assert.False(answer.IsTrailersOnly);
        Assert.Single(answer.Messages);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.25, 5);
        release.TrySetResult();
        await stop.WaitAsync(s_limit, TestContext.Current.CancellationToken);
        Assert.Empty(application.Log.Errors);
    }

    [Fact]
    public async Task Stop_RunningUnaryCall_FinishesAfterTheStreamsEnded()
    {
        var unaryRunning = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var application = await ScriptedApplication.StartAsync(
            new ScriptedTestService.Script
            {
                Unary = async (_, _) =>
                {
                    unaryRunning.SetResult();
                    await release.Task;
                    return new SimpleResponse { Username = "done" };
                },
                ServerStream = async (_, _, context) =>
                {
                    running.SetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
                },
            },
            options => options.DrainTimeout = TimeSpan.FromMilliseconds(100));
        var unary = application.CallAsync(ScriptedTestService.Unary, new byte[5]);
        var stream = application.CallAsync(ScriptedTestService.ServerStream, new byte[5]);
        await Task.WhenAll(running.Task, unaryRunning.Task).WaitAsync(s_limit, TestContext.Current.CancellationToken);

        var stop = application.StopAsync();
        var streamAnswer = await stream.WaitAsync(s_limit, TestContext.Current.CancellationToken);
        release.SetResult();
        var unaryAnswer = await unary.WaitAsync(s_limit, TestContext.Current.CancellationToken);

        Assert.Equal(StatusCode.Unavailable, streamAnswer.Status);
        Assert.Equal(StatusCode.OK, unaryAnswer.Status);
        await stop.WaitAsync(s_limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Stop_HandlerThatNeverEnds_IsToldBeforeTheHostCuts()
    {
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var application = await ScriptedApplication.StartAsync(
            DeadlineTests.ScriptOf(async _ =>
            {
                running.SetResult();
                await release.Task;
            }),
            register: (services, _) => services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2)));
        var call = application.CallAsync(ScriptedTestService.Unary, new byte[5]);
        await running.Task.WaitAsync(s_limit, TestContext.Current.CancellationToken);

        var stop = application.StopAsync();

        Assert.Equal(StatusCode.Unavailable, (await call.WaitAsync(s_limit, TestContext.Current.CancellationToken)).Status);
        release.SetResult();
        await Record.ExceptionAsync(() => stop.WaitAsync(s_limit, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Stop_NewCallOnAnOpenConnection_IsUnavailable()
    {
        await using var application = await ScriptedApplication.StartAsync(new());
        await application.CallAsync(ScriptedTestService.Unary, new byte[5]);

        // The stop is only announced: Kestrel has not been told and takes the call still.
        application.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5]);

        Assert.Equal(StatusCode.Unavailable, answer.Status);
        Assert.True(answer.IsTrailersOnly);
    }
}
