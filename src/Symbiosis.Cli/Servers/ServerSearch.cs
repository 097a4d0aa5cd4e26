using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Api.Writing;
using Symbiosis.Domain.Validation;
using Symbiosis.Planning;

namespace Symbiosis.Cli.Servers;

/// <summary>Searches on a server.</summary>
internal sealed class ServerSearch(ServerAddress address)
{
    /// <summary>A larger request goes in parts: a server may refuse messages above 4 MiB.</summary>
    internal const int SingleMessageByteCount = 3 * 1024 * 1024;

    private const int PartByteCount = 1024 * 1024;

    /// <summary>Finds a plan; the park's profiles are all inside.</summary>
    /// <param name="request">What to plan.</param>
    /// <param name="onProgress">Gets the newest progress.</param>
    /// <param name="onWarnings">Gets the input's warnings, once, where there are any.</param>
    /// <param name="cancel">Ends the search; the server keeps nothing.</param>
    /// <exception cref="ServerException">The server refused, failed or is not there.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    public async Task<V1.Plan> OptimizeAsync(
        V1.OptimizeRequest request, Action<PlanProgress> onProgress, Action<IReadOnlyList<Violation>> onWarnings, CancellationToken cancel)
    {
        using var channel = ServerConnection.Open(address);
        var client = new V1.OptimizationService.OptimizationServiceClient(channel);
        var options = new CallOptions(ServerConnection.Headers(address), cancellationToken: cancel);
        try
        {
            V1.Plan? plan = null;
            var answers = request.CalculateSize() <= SingleMessageByteCount ? Whole(client, request, options, cancel) : InParts(client, request, options, cancel);
            await foreach (var answer in answers)
            {
                if (answer.Warnings.Count > 0)
                    onWarnings([.. answer.Warnings.Select(RichErrorReader.Warning)]);
                if (answer.Progress is not null)
                    onProgress(Read(answer.Progress));
                plan = answer.Plan ?? plan;
            }

            return plan ?? throw new ServerException(ExitCode.Fault, Wording.ServerMessages.NoAnswer, address);
        }
        catch (RpcException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (RpcException fault)
        {
            throw ServerStatus.Read(fault, address);
        }
    }

    /// <summary>Explains a pair.</summary>
    /// <exception cref="ServerException">The server refused, failed or is not there.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    public async Task<V1.ExplainResponse> ExplainAsync(V1.ExplainRequest request, CancellationToken cancel)
    {
        using var channel = ServerConnection.Open(address);
        var client = new V1.OptimizationService.OptimizationServiceClient(channel);
        try
        {
            return await client.ExplainAsync(request, ServerConnection.Headers(address), cancellationToken: cancel);
        }
        catch (RpcException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (RpcException fault)
        {
            throw ServerStatus.Read(fault, address);
        }
    }

    private static async IAsyncEnumerable<V1.OptimizeResponse> Whole(
        V1.OptimizationService.OptimizationServiceClient client, V1.OptimizeRequest request, CallOptions options,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var call = client.Optimize(request, options);
        while (await call.ResponseStream.MoveNext(cancel))
            yield return call.ResponseStream.Current;
    }

    private static async IAsyncEnumerable<V1.OptimizeResponse> InParts(
        V1.OptimizationService.OptimizationServiceClient client, V1.OptimizeRequest request, CallOptions options,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var call = client.OptimizeParts(options);
        await SendAsync(call.RequestStream, request, cancel);
        while (await call.ResponseStream.MoveNext(cancel))
        {
            var answer = call.ResponseStream.Current;
            var same = new V1.OptimizeResponse { Warnings = { answer.Warnings } };
            if (answer.Progress is not null)
                same.Progress = answer.Progress;
            if (answer.Plan is not null)
                same.Plan = answer.Plan;
            yield return same;
        }
    }

    private static async Task SendAsync(IClientStreamWriter<V1.OptimizePartsRequest> stream, V1.OptimizeRequest request, CancellationToken cancel)
    {
        try
        {
            foreach (var (index, part) in ParkParts.Split(request.Park, PartByteCount).Index())
            {
                var piece = new V1.OptimizePartsRequest { ParkPart = part };
                if (index == 0)
                {
                    piece.Scenario = request.Scenario;
                    piece.Options = request.Options;
                }

                await stream.WriteAsync(piece, cancel);
            }

            await stream.CompleteAsync();
        }
        catch (Exception fault) when (fault is RpcException or InvalidOperationException)
        {
            // The server ended the call before it had all: its answer says why.
        }
    }

    private static PlanProgress Read(V1.SearchProgress progress) => new(
        progress.Stage.ToString().ToLowerInvariant(),
        progress.HasIncumbentCny ? progress.IncumbentCny : null,
        progress.HasBoundCny ? progress.BoundCny : null,
        progress.HasGap ? progress.Gap : null,
        TimeSpan.FromSeconds(Math.Clamp(progress.ElapsedSeconds, 0, 1e9)));
}
