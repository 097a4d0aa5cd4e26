using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Testing;

namespace Symbiosis.Grpc.Tests.Web;

/// <summary>Does what the request says.</summary>
internal sealed class EdgeService : TestService.TestServiceBase
{
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when a call that waited was cancelled.</summary>
    public Task Cancelled => _cancelled.Task;

    /// <summary>Lets a stream that is held go on.</summary>
    public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Task<global::Grpc.Testing.Empty> EmptyCall(global::Grpc.Testing.Empty request, ServerCallContext context) =>
        Task.FromResult(new global::Grpc.Testing.Empty());

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        if (context.RequestHeaders.GetValue("x-begin") is { } begin) await context.WriteResponseHeadersAsync(new Metadata { { "x-begun", begin } });
        foreach (var entry in context.RequestHeaders.GetAll("x-echo"))
            context.ResponseTrailers.Add("X-Echoed", entry.Value);
        if (request.FillUsername) await WaitAsync(context);
        if (request.FillOauthScope) throw Rich();
        Fail(request.ResponseStatus);
        return new SimpleResponse { Payload = Payload(request.ResponseSize), Username = context.RequestHeaders.GetValue("x-name") ?? "" };
    }

    public override async Task StreamingOutputCall(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        foreach (var parameters in request.ResponseParameters)
        {
            await responseStream.WriteAsync(new StreamingOutputCallResponse { Payload = Payload(parameters.Size) });
            if (parameters.IntervalUs == 1) await Release.Task;
            if (parameters.IntervalUs == 2) await WaitAsync(context);
        }

        Fail(request.ResponseStatus);
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        var size = 0;
        await foreach (var request in requestStream.ReadAllAsync())
            size += request.Payload.Body.Length;
        return new StreamingInputCallResponse { AggregatedPayloadSize = size };
    }

    private async Task WaitAsync(ServerCallContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult();
            throw;
        }
    }

    private static Payload Payload(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };

    private static void Fail(EchoStatus? status)
    {
        if (status is not null) throw new RpcException(new global::Grpc.Core.Status((StatusCode)status.Code, status.Message));
    }

    private static RpcException Rich()
    {
        var status = new Google.Rpc.Status { Code = (int)StatusCode.ResourceExhausted, Message = "Zu viel: 100 % ☺" };
        status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(1500)) }));
        status.Details.Add(Any.Pack(new QuotaFailure { Violations = { new QuotaFailure.Types.Violation { Subject = "tenant", Description = "calls" } } }));
        status.Details.Add(new Any { TypeUrl = "type.example.org/unknown.Type", Value = ByteString.CopyFrom(1, 2) });
        return status.ToRpcException();
    }
}
