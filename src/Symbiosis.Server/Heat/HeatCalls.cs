using Grpc.Core;
using Symbiosis.Api.Errors;
using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;
using Symbiosis.Pinch.Questions;
using Symbiosis.Server.Configuration;
using Symbiosis.Server.Solving;
using Symbiosis.V1;

namespace Symbiosis.Server.Heat;

/// <summary>Heat targets on demand. Holds nothing between calls.</summary>
internal sealed class HeatCalls(SymbiosisOptions options, HeldBytes held, ReadingGate gate, TimeProvider time) : HeatService.HeatServiceBase
{
    private readonly Optimizing.ParkParts _parts = new(options.Limits, time);

    /// <inheritdoc/>
    public override async Task<TargetResponse> Target(TargetRequest request, ServerCallContext context)
    {
        using var account = held.Open();
        _parts.Take(request.CalculateSize(), account);

        // Targets take less time than reading the streams they are of, so both have one turn.
        using var turn = await gate.EnterAsync(context.CancellationToken);
        var read = HeatQuestionReader.Read(request);
        return read.IsValid
            ? HeatAnswerWriter.Write(HeatAnswer.Of(read.Value, context.CancellationToken), read.Violations)
            : throw RichErrors.OfViolations(read.Violations, RichErrors.MaxByteCount(context.RequestHeaders)).ToRpcException();
    }
}
