using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Symbiosis.Server.Configuration;
using Symbiosis.Server.Observing;
using Symbiosis.Server.Solving;
using Symbiosis.V1;

namespace Symbiosis.Server.Optimizing;

/// <summary>Sends progress while it is new, and a sign of life while it is not. Cuts off a client that does not read.</summary>
internal sealed class AnswerStream(SolvingOptions solving, LimitOptions limits, TimeProvider time, ILogger logger)
{
    private const int ErrorCodeCancel = 8;

    /// <summary>Sends progress until the box is closed.</summary>
    /// <param name="box">Progress.</param>
    /// <param name="write">Sends an answer.</param>
    /// <param name="context">The call.</param>
    public async Task SendProgressAsync(NewestMailbox<SearchProgress> box, Func<SearchProgress, Task> write, ServerCallContext context)
    {
        SearchProgress? last = null;
        var since = time.GetTimestamp();
        while (true)
        {
            var (letter, isClosed) = await box.TakeAsync(solving.ProgressInterval, time, context.CancellationToken);
            if (isClosed)
                return;
            if (letter is not null)
            {
                (last, since) = (letter, time.GetTimestamp());
            }
            else if (last is not null)
            {
                letter = last.Clone();
                letter.ElapsedSeconds += time.GetElapsedTime(since).TotalSeconds;
            }

            if (letter is not null)
                await SendAsync(write(letter), context);
        }
    }

    /// <summary>Waits until an answer is on its way.</summary>
    public async Task SendAsync(Task writing, ServerCallContext context)
    {
        var began = time.GetTimestamp();
        try
        {
            await writing.WaitAsync(limits.SlowReaderTime, time, context.CancellationToken);
        }
        catch (TimeoutException)
        {
            logger.SlowReader(context.Method, (long)time.GetElapsedTime(began).TotalMilliseconds);
            var http = context.GetHttpContext();
            if (http.Features.Get<IHttpResetFeature>() is { } reset)
                reset.Reset(ErrorCodeCancel);
            else
                http.Abort();
            throw new RpcException(new Status(StatusCode.DeadlineExceeded, "The answers were not read."));
        }
    }
}
