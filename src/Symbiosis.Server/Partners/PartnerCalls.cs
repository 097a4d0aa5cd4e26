using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;
using Symbiosis.Domain.Validation;
using Symbiosis.Server.Configuration;
using Symbiosis.Server.Observing;
using Symbiosis.Server.Security;
using Symbiosis.Server.Solving;
using Symbiosis.V1;

namespace Symbiosis.Server.Partners;

/// <summary>Looks for partners. Keeps the parks of recent questions ready, and nothing of the questions.</summary>
internal sealed class PartnerCalls(
    SymbiosisOptions options,
    ParkShelf shelf,
    ReadyShelf ready,
    PartnerFinding finding,
    HeldBytes held,
    ReadingGate readingGate,
    ServerMeters meters,
    TimeProvider time) : PartnerService.PartnerServiceBase
{
    private readonly Optimizing.ParkParts _parts = new(options.Limits, time);

    /// <inheritdoc/>
    public override async Task<FindPartnersResponse> FindPartners(FindPartnersRequest request, ServerCallContext context)
    {
        var account = held.Open();
        Task<ReadyParks>? making = null;
        try
        {
            _parts.Take(request.CalculateSize(), account);
            var asked = new AskedParks(request, shelf, Caller.Of(context.GetHttpContext()).Tenant);
            var question = PartnerQuestionReader.Read(request, asked.Ids);
            List<Violation> violations = [.. asked.Violations(), .. question.Violations];
            var mayBeRead = violations.All(violation => violation.Code != ViolationCodes.DuplicateId) && asked.Ids.Count > 0;
            ReadyParks? parks = null;
            if (mayBeRead)
            {
                (making, var wasThere) = ready.Take(asked.Key, asked.ByteCount, () => MakeAsync(asked));
                meters.PartnersAsked(wasThere);
                parks = await making.WaitAsync(context.CancellationToken);
                violations.AddRange(parks.Violations);
            }

            if (parks?.Find is not { } find || !question.IsValid || violations.Exists(IsError))
                throw Refusal(violations, context);
            var began = time.GetTimestamp();
            var answer = find(question.Value, asked.Viewer);
            meters.PartnersFound(time.GetElapsedTime(began));
            violations.AddRange(answer.Violations);
            if (!answer.IsValid)
                throw Refusal(violations, context);

            var response = PartnerAnswerWriter.Write(answer.Value);
            response.Parks.Add(asked.Revisions);
            response.Warnings.Add(violations.Select(WithoutRoot).Select(RichErrors.Write));
            return response;
        }
        finally
        {
            // A call that was given up may leave its parks half made, for the others that wait for them.
            if (making is null || making.IsCompleted)
                account.Dispose();
            else
                _ = making.ContinueWith(_ => account.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    // Not the call's token: others may wait for the same parks.
    private async Task<ReadyParks> MakeAsync(AskedParks asked)
    {
        using var turn = await readingGate.EnterAsync(CancellationToken.None);
        return await Task.Run(() => asked.MakeReady(finding));
    }

    private static bool IsError(Violation violation) => violation.Severity == Severity.Error;

    private static Violation WithoutRoot(Violation violation) =>
        violation.FieldPath.StartsWith($"{PartnerQuestionReader.Root}.", StringComparison.Ordinal)
            ? violation with { FieldPath = violation.FieldPath[(PartnerQuestionReader.Root.Length + 1)..] }
            : violation;

    private static RpcException Refusal(IEnumerable<Violation> violations, ServerCallContext context)
    {
        var told = violations.Select(WithoutRoot).ToList();
        var status = RichErrors.OfViolations(told, RichErrors.MaxByteCount(context.RequestHeaders));
        if (told.Exists(violation => violation.Code == ViolationCodes.PlantNotYours))
            status.Code = (int)StatusCode.PermissionDenied;
        return status.ToRpcException();
    }
}
