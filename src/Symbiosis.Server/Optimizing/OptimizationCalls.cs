using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;
using Symbiosis.Server.Configuration;
using Symbiosis.Server.Observing;
using Symbiosis.Server.Security;
using Symbiosis.Server.Solving;
using Symbiosis.V1;

namespace Symbiosis.Server.Optimizing;

/// <summary>Plans on demand. Holds nothing between calls.</summary>
internal sealed class OptimizationCalls(
    SymbiosisOptions options,
    SolveQueue queue,
    HeldBytes held,
    ReadingGate readingGate,
    EngineShelf engines,
    PlanSearch findPlan,
    PairSearch explainPair,
    ServerMeters meters,
    TimeProvider time,
    ILogger<OptimizationCalls> logger) : OptimizationService.OptimizationServiceBase
{
    private readonly ParkParts _parts = new(options.Limits, time);
    private readonly AnswerStream _answers = new(options.Solving, options.Limits, time, logger);
    private readonly SearchRun _run = new(queue, options.Solving, meters, time);

    /// <inheritdoc/>
    public override async Task Optimize(OptimizeRequest request, IServerStreamWriter<OptimizeResponse> responseStream, ServerCallContext context)
    {
        var account = held.Open();
        await AnswerAsync(
            account,
            () =>
            {
                _parts.Take(request.CalculateSize(), account);
                return Task.FromResult<(Park?, Scenario?, SearchOptions?, bool)>((request.Park, request.Scenario, request.Options, request.ValidateOnly));
            },
            (progress, plan, warnings) =>
            {
                var response = new OptimizeResponse { Warnings = { warnings } };
                if (progress is not null)
                    response.Progress = progress;
                if (plan is not null)
                    response.Plan = plan;
                return responseStream.WriteAsync(response);
            },
            context);
    }

    /// <inheritdoc/>
    public override async Task OptimizeParts(
        IAsyncStreamReader<OptimizePartsRequest> requestStream, IServerStreamWriter<OptimizePartsResponse> responseStream, ServerCallContext context)
    {
        var account = held.Open();
        await AnswerAsync(
            account,
            async () =>
            {
                var whole = await _parts.ReadAsync(requestStream, account, context.CancellationToken);
                return (whole.ParkPart, whole.Scenario, whole.Options, whole.ValidateOnly);
            },
            (progress, plan, warnings) =>
            {
                var response = new OptimizePartsResponse { Warnings = { warnings } };
                if (progress is not null)
                    response.Progress = progress;
                if (plan is not null)
                    response.Plan = plan;
                return responseStream.WriteAsync(response);
            },
            context);
    }

    /// <inheritdoc/>
    public override async Task<ExplainResponse> Explain(ExplainRequest request, ServerCallContext context)
    {
        var account = held.Open();
        var over = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        Task<Domain.Plans.PairExplanation>? search = null;
        try
        {
            _parts.Take(request.CalculateSize(), account);
            var (question, pair) = await ReadPairAsync(request, context);
            search = _run.FindAsync(
                Caller.Of(context.GetHttpContext()).Tenant,
                question,
                context.Deadline,
                (plan, _, stop) => explainPair(question.EngineName, question.Park, question.Scenario, pair, plan, stop, over.Token),
                found => found.Finding.ToString(),
                new NewestMailbox<SearchProgress>(),
                over.Token);
            return ExplanationWriter.Write(await search.WaitAsync(context.CancellationToken));
        }
        finally
        {
            Close(search, over, account);
        }
    }

    private async Task AnswerAsync(
        HeldBytes.Account account,
        Func<Task<(Park? Park, Scenario? Scenario, SearchOptions? Options, bool ValidateOnly)>> receive,
        Func<SearchProgress?, Plan?, IEnumerable<FieldViolation>, Task> write,
        ServerCallContext context)
    {
        var box = new NewestMailbox<SearchProgress>();
        var over = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        Task<Domain.Plans.Plan>? search = null;
        try
        {
            var (park, scenario, wishes, validateOnly) = await receive();
            var (request, warnings) = await ReadAsync(park, scenario, wishes, context);
            if (validateOnly)
            {
                await _answers.SendAsync(write(null, null, warnings), context);
                return;
            }

            search = _run.FindAsync(
                Caller.Of(context.GetHttpContext()).Tenant,
                request,
                context.Deadline,
                (plan, onProgress, stop) => findPlan(request.EngineName, request.Park, request.Scenario, plan, onProgress, stop, over.Token),
                plan => plan.Outcome.ToString(),
                box,
                over.Token);
            await _answers.SendProgressAsync(box, progress => write(progress, null, TakeWarnings()), context);
            var plan = PlanWriter.Write(await search);
            await _answers.SendAsync(write(null, plan, TakeWarnings()), context);

            IReadOnlyList<FieldViolation> TakeWarnings()
            {
                var taken = warnings;
                warnings = [];
                return taken;
            }
        }
        finally
        {
            Close(search, over, account);
        }
    }

    // A call that was given up is over at once; its search holds the park until the engine is gone.
    private static void Close(Task? search, CancellationTokenSource over, HeldBytes.Account account)
    {
        // A call also ends when an answer cannot be sent; its own token does not fire then.
        over.Cancel();
        if (search is null || search.IsCompleted)
            Free();
        else
            _ = search.ContinueWith(_ => Free(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        void Free()
        {
            over.Dispose();
            account.Dispose();
        }
    }

    private async Task<(SearchRequest Request, Domain.Plans.PairQuestion Pair)> ReadPairAsync(ExplainRequest request, ServerCallContext context)
    {
        using var turn = await readingGate.EnterAsync(context.CancellationToken);
        var read = RequestReading.Read(request.Park, request.Scenario, request.Options, engines.Names);
        var pair = read.IsValid ? PairQuestionReader.Read(request, read.Value.Park) : null;
        if (read.IsValid && pair is { IsValid: true })
            return (read.Value, pair.Value);
        throw RichErrors.OfViolations(read.Violations.Concat(pair?.Violations ?? []), RichErrors.MaxByteCount(context.RequestHeaders)).ToRpcException();
    }

    private async Task<(SearchRequest Request, IReadOnlyList<FieldViolation> Warnings)> ReadAsync(
        Park? park, Scenario? scenario, SearchOptions? wishes, ServerCallContext context)
    {
        using var turn = await readingGate.EnterAsync(context.CancellationToken);
        var read = RequestReading.Read(park, scenario, wishes, engines.Names);
        if (read.IsValid)
            return (read.Value, [.. read.Violations.Select(RichErrors.Write)]);
        throw RichErrors.OfViolations(read.Violations, RichErrors.MaxByteCount(context.RequestHeaders)).ToRpcException();
    }
}
