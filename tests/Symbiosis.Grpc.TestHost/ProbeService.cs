using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Symbiosis.Testing;

namespace Symbiosis.Grpc.TestHost;

/// <summary>Does what each request says, well or badly, so that the protocol's corners can be reached.</summary>
public sealed class ProbeService(ProbeLedger ledger, TimeProvider time) : Symbiosis.Testing.ProbeService.ProbeServiceBase
{
    /// <summary>Words of the exception that <see cref="Ending.Throw"/> throws; no client may see them.</summary>
    public const string Secret = "password=hunter2";

    // Requests come from a fuzzer too: what they ask for is bounded, so that only the protocol is on trial.
    private const int MaxResponseCount = 1000;
    private const int MaxResponseBytes = 8 << 20;
    private const int MaxHoldMilliseconds = 60_000;

    /// <inheritdoc/>
    public override Task<ProbeResponse> Unary(ProbeRequest request, ServerCallContext context) => Recorded(request.Id, context, async () =>
    {
        await BeginAsync(request, context).ConfigureAwait(false);
        await EndAsync(request, context).ConfigureAwait(false);
        return LastResponse(request, 1, context);
    });

    /// <inheritdoc/>
    public override Task<ProbeResponse> ClientStream(IAsyncStreamReader<ProbeRequest> requestStream, ServerCallContext context) =>
        Recorded(ScenarioOf(context), context, async () =>
        {
            var count = 0;
            var last = new ProbeRequest();
            await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken).ConfigureAwait(false))
            {
                last = request;
                await BeginAsync(request, context, isFirst: ++count == 1).ConfigureAwait(false);
                await EndAsync(request, context).ConfigureAwait(false);
            }

            return LastResponse(last, count, context);
        });

    /// <inheritdoc/>
    public override Task ServerStream(ProbeRequest request, IServerStreamWriter<ProbeResponse> responseStream, ServerCallContext context) =>
        Recorded(request.Id, context, async () =>
        {
            await BeginAsync(request, context).ConfigureAwait(false);
            await WriteAsync(request, 1, responseStream, context).ConfigureAwait(false);
            await EndAsync(request, context).ConfigureAwait(false);
            return true;
        });

    /// <inheritdoc/>
    public override Task Duplex(IAsyncStreamReader<ProbeRequest> requestStream, IServerStreamWriter<ProbeResponse> responseStream, ServerCallContext context) =>
        Recorded(ScenarioOf(context), context, async () =>
        {
            var count = 0;
            await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken).ConfigureAwait(false))
            {
                await BeginAsync(request, context, isFirst: ++count == 1).ConfigureAwait(false);
                await WriteAsync(request, count, responseStream, context).ConfigureAwait(false);
                await EndAsync(request, context).ConfigureAwait(false);
            }

            return true;
        });

    // A method with a stream of requests is found in the ledger before its first request, so its id comes as metadata.
    private static string ScenarioOf(ServerCallContext context) => context.RequestHeaders.GetValue("x-id") ?? "";

    private static async Task BeginAsync(ProbeRequest request, ServerCallContext context, bool isFirst = true)
    {
        if (!isFirst)
            return;
        if (request.HeadersFirst || request.Headers.Count > 0)
            await context.WriteResponseHeadersAsync(MetadataOf(request.Headers)).ConfigureAwait(false);
        foreach (var entry in MetadataOf(request.Trailers))
            context.ResponseTrailers.Add(entry);
        if (request.Compress == 0)
            context.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
    }

    private static Metadata MetadataOf(IEnumerable<Entry> entries)
    {
        var metadata = new Metadata();
        try
        {
            foreach (var entry in entries)
            {
                if (entry.Key.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
                    metadata.Add(entry.Key, entry.Value.ToByteArray());
                else
                    metadata.Add(entry.Key, entry.Text);
            }
        }
        catch (ArgumentException fault)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, fault.Message));
        }

        return metadata;
    }

    private static RpcException Refusal(ProbeRequest request)
    {
        if (!request.WithDetails)
            return new RpcException(new Status((StatusCode)request.StatusCode, request.StatusMessage));
        var details = new Google.Rpc.ErrorInfo { Type = "PROBE", Domain = "symbiosis.testing" };
        return new Google.Rpc.Status { Code = request.StatusCode, Message = request.StatusMessage, Details = { Any.Pack(details) } }.ToRpcException();
    }

    private async Task<T> Recorded<T>(string id, ServerCallContext context, Func<Task<T>> handle)
    {
        var record = id.Length > 0 ? ledger[id] : new ProbeRecord();
        ledger.Start();
        record.Start();
        try
        {
            using var registration = context.CancellationToken.Register(record.Cancel);
            return await handle().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The reading of requests may tell of a reset before the token does.
            record.Cancel();
            throw;
        }
        finally
        {
            ledger.End();
            record.End();
        }
    }

    private async Task WriteAsync(ProbeRequest request, int requestCount, IServerStreamWriter<ProbeResponse> stream, ServerCallContext context)
    {
        for (var i = 0; i < Math.Min(request.ResponseCount, MaxResponseCount); i++)
        {
            stream.WriteOptions = request.Compress == 1 || (request.Compress == 2 && i % 2 == 0) ? WriteOptions.Default : new WriteOptions(WriteFlags.NoCompress);
            await stream.WriteAsync(Response(request, requestCount, context)).ConfigureAwait(false);
            if (request.Id.Length > 0)
                ledger[request.Id].Write();
        }
    }

    private async Task EndAsync(ProbeRequest request, ServerCallContext context)
    {
        switch (request.Ending)
        {
            case Ending.Throw:
                throw new InvalidOperationException($"{Secret} in {nameof(ProbeService)}");
            case Ending.Wait:
                await Task.Delay(Timeout.InfiniteTimeSpan, time, context.CancellationToken).ConfigureAwait(false);
                break;
            case Ending.Hold:
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(request.HoldMilliseconds, 0, MaxHoldMilliseconds)), time, CancellationToken.None).ConfigureAwait(false);
                break;
            case Ending.ContextStatus:
                context.Status = new Status((StatusCode)request.StatusCode, request.StatusMessage);
                break;
            default:
                break;
        }

        if (request.StatusCode != 0 && request.Ending != Ending.ContextStatus)
            throw Refusal(request);
    }

    private ProbeResponse LastResponse(ProbeRequest request, int requestCount, ServerCallContext context) => request.Ending switch
    {
        Ending.Null => null!,
        Ending.LoneSurrogate => new ProbeResponse { Text = "\ud800" },
        _ => Response(request, requestCount, context),
    };

    private ProbeResponse Response(ProbeRequest request, int requestCount, ServerCallContext context)
    {
        var response = new ProbeResponse
        {
            RequestCount = requestCount,
            Body = ByteString.CopyFrom(new byte[Math.Clamp(request.ResponseBytes, 0, MaxResponseBytes)]),
            RemainingMilliseconds = context.Deadline == DateTime.MaxValue ? -1 : (long)(context.Deadline - time.GetUtcNow().UtcDateTime).TotalMilliseconds,
            Text = request.Text,
            Name = request.Name,
            Index = request.Index,
            Ratio = request.Ratio,
        };
        response.Labels.Add(request.Labels);
        response.Numbers.Add(request.Numbers);
        foreach (var entry in context.RequestHeaders)
        {
            response.Metadata.Add(entry.IsBinary
                ? new Entry { Key = entry.Key, Value = ByteString.CopyFrom(entry.ValueBytes) }
                : new Entry { Key = entry.Key, Text = entry.Value });
        }

        return response;
    }
}
