using System.Diagnostics;
using Grpc.Core;
using Grpc.Testing;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>Section G of the conformance checklist: the server enforces deadlines itself.</summary>
public sealed class DeadlineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("S")]
    [InlineData("-1M")]
    [InlineData("+1M")]
    [InlineData("123456789M")]
    [InlineData("1.1M")]
    [InlineData("1 M")]
    [InlineData("1,111M")]
    [InlineData("1G")]
    [InlineData("1s")]
    public async Task Timeout_Malformed_IsInternal(string value)
    {
        await using var application = await ScriptedApplication.StartAsync(new());

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5], ("grpc-timeout", value));

        Assert.Equal(StatusCode.Internal, answer.Status);
        Assert.True(answer.IsTrailersOnly);
    }

    [Theory]
    [InlineData("1H", 3600)]
    [InlineData("2M", 120)]
    [InlineData("30S", 30)]
    [InlineData("99999m", 99.999)]
    [InlineData("99999999u", 99.999999)]
    [InlineData("99999999H", 99_999_999)]
    [InlineData("99999999S", 99_999_999)]
    public async Task Timeout_AllUnits_HandlerSeesTheDeadline(string value, double expectedSeconds)
    {
        var remaining = TimeSpan.Zero;
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            Unary = (_, context) =>
            {
                remaining = context.Deadline - TimeProvider.System.GetUtcNow().UtcDateTime;
                return Task.FromResult(new SimpleResponse());
            },
        });

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5], ("grpc-timeout", value));

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.InRange(remaining.TotalSeconds, expectedSeconds - 5, expectedSeconds);
    }

    [Theory]
    [InlineData("0S")]
    [InlineData("0n")]
    public async Task Timeout_Zero_HandlerDoesNotRun(string value)
    {
        var hasRun = false;
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            Unary = (_, _) =>
            {
                hasRun = true;
                return Task.FromResult(new SimpleResponse());
            },
        });

        var answer = await application.CallAsync(ScriptedTestService.Unary, new byte[5], ("grpc-timeout", value));

        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
        Assert.False(hasRun);
    }

    [Theory]
    [InlineData(ScriptedTestService.Unary)]
    [InlineData(ScriptedTestService.ServerStream)]
    [InlineData(ScriptedTestService.ClientStream)]
    [InlineData(ScriptedTestService.Duplex)]
    public async Task Deadline_HandlerIgnoresItsToken_ServerAnswersInTime(string path)
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tokenFired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var application = await ScriptedApplication.StartAsync(ScriptOf(async context =>
        {
            context.CancellationToken.Register(() => tokenFired.TrySetResult());
            await release.Task;
            context.ResponseTrailers.Add("x-late", "1");
        }));
        await application.CallAsync(path, new byte[5], ("grpc-timeout", "0n"));
        var watch = Stopwatch.StartNew();

        var answer = await application.CallAsync(path, new byte[5], ("grpc-timeout", "200m"));

        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
        // The limit is 200 ms after the deadline; a machine busy with other tests gets some more.
        Assert.InRange(watch.Elapsed.TotalMilliseconds, 190, 1400);
        await tokenFired.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        release.SetResult();
        Assert.Empty(application.Log.Errors);
    }

    [Fact]
    public async Task Deadline_AfterMessagesWereSent_ComesInTrailers()
    {
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            ServerStream = async (_, responses, context) =>
            {
                await responses.WriteAsync(new());
                await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            },
        });

        var answer = await application.CallAsync(ScriptedTestService.ServerStream, new byte[5], ("grpc-timeout", "200m"));

        Assert.Single(answer.Messages);
        Assert.False(answer.IsTrailersOnly);
        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
        Assert.Empty(application.Log.Errors);
    }

    [Fact]
    public async Task Deadline_HandlerWritesAfterIt_TheWriteIsCancelled()
    {
        var outcome = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            ServerStream = async (_, responses, context) =>
            {
                try
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
                }
                catch (OperationCanceledException)
                {
                    outcome.SetResult(await Record.ExceptionAsync(() => responses.WriteAsync(new(), TestContext.Current.CancellationToken)));
                }
            },
        });

        await application.CallAsync(ScriptedTestService.ServerStream, new byte[5], ("grpc-timeout", "100m"));

        Assert.IsAssignableFrom<OperationCanceledException>(await outcome.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Deadline_RacesTheHandler_ExactlyOneOutcome()
    {
        const int callCount = 2000;
        await using var application = await ScriptedApplication.StartAsync(new ScriptedTestService.Script
        {
            Unary = async (_, context) =>
            {
                // The handler's own clock runs out together with the deadline.
                await Task.Delay(TimeSpan.FromMilliseconds(5), TestContext.Current.CancellationToken);
                context.ResponseTrailers.Add("x", "1");
                return new SimpleResponse { Username = "x" };
            },
        });
        var outcomes = new Dictionary<StatusCode, int>();

        foreach (var batch in Enumerable.Range(0, callCount).Chunk(100))
        {
            foreach (var answer in await Task.WhenAll(batch.Select(_ => application.CallAsync(ScriptedTestService.Unary, new byte[5], ("grpc-timeout", "5m")))))
            {
                var status = answer.Status!.Value;
                outcomes[status] = outcomes.GetValueOrDefault(status) + 1;
                Assert.Equal(status == StatusCode.OK ? 1 : 0, answer.Messages.Count);
            }
        }

        Assert.All(outcomes.Keys, status => Assert.True(status is StatusCode.OK or StatusCode.DeadlineExceeded, $"{status}"));
        Assert.Equal(callCount, outcomes.Values.Sum());
        Assert.Empty(application.Log.Errors);
    }

    internal static ScriptedTestService.Script ScriptOf(Func<ServerCallContext, Task> run) => new()
    {
        Unary = async (_, context) =>
        {
            await run(context);
            return new SimpleResponse();
        },
        ServerStream = (_, _, context) => run(context),
        ClientStream = async (_, context) =>
        {
            await run(context);
            return new StreamingInputCallResponse();
        },
        Duplex = (_, _, context) => run(context),
    };
}
