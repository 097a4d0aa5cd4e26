using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Testing;

namespace Symbiosis.Grpc.TestHost;

/// <summary>The service of gRPC's interoperability tests, as grpc/doc/interop-test-descriptions.md asks of a server.</summary>
public sealed class InteropTestService(TimeProvider time) : TestService.TestServiceBase
{
    private const string InitialKey = "x-grpc-test-echo-initial";
    private const string TrailingKey = "x-grpc-test-echo-trailing-bin";

    private const int MaxPayloadLength = 16 << 20;

    /// <inheritdoc/>
    public override Task<Empty> EmptyCall(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    /// <inheritdoc/>
    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        await EchoMetadataAsync(context).ConfigureAwait(false);
        RequireCompression(request.ExpectCompressed, context);
        RequireOk(request.ResponseStatus);

        context.WriteOptions = CompressionOf(request.ResponseCompressed);
        return new SimpleResponse { Payload = Zeros(request.ResponseSize) };
    }

    /// <inheritdoc/>
    public override Task<SimpleResponse> CacheableUnaryCall(SimpleRequest request, ServerCallContext context) => UnaryCall(request, context);

    /// <inheritdoc/>
    public override async Task StreamingOutputCall(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await EchoMetadataAsync(context).ConfigureAwait(false);
        RequireOk(request.ResponseStatus);
        await WriteAsync(request, responseStream, context).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        await EchoMetadataAsync(context).ConfigureAwait(false);
        var total = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken).ConfigureAwait(false))
        {
            RequireCompression(request.ExpectCompressed, context);
            total += request.Payload?.Body.Length ?? 0;
        }

        return new StreamingInputCallResponse { AggregatedPayloadSize = total };
    }

    /// <inheritdoc/>
    public override async Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await EchoMetadataAsync(context).ConfigureAwait(false);
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken).ConfigureAwait(false))
        {
            RequireOk(request.ResponseStatus);
            await WriteAsync(request, responseStream, context).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override async Task HalfDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await EchoMetadataAsync(context).ConfigureAwait(false);
        var requests = new List<StreamingOutputCallRequest>();
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken).ConfigureAwait(false))
            requests.Add(request);
        foreach (var request in requests)
        {
            RequireOk(request.ResponseStatus);
            await WriteAsync(request, responseStream, context).ConfigureAwait(false);
        }
    }

    private static async Task EchoMetadataAsync(ServerCallContext context)
    {
        if (context.RequestHeaders.GetValue(InitialKey) is { } initial)
            await context.WriteResponseHeadersAsync(new Metadata { { InitialKey, initial } }).ConfigureAwait(false);
        if (context.RequestHeaders.GetValueBytes(TrailingKey) is { } trailing)
            context.ResponseTrailers.Add(TrailingKey, trailing);
    }

    private static void RequireCompression(BoolValue? expected, ServerCallContext context)
    {
        var isCompressed = context.GetHttpContext().Features.Get<IReceivedMessageFeature>()?.IsCompressed ?? false;
        if (expected is { } wish && wish.Value != isCompressed)
        {
            throw new RpcException(new Status(
                StatusCode.InvalidArgument, $"The message is {(isCompressed ? "" : "not ")}compressed, expected was the opposite."));
        }
    }

    private static void RequireOk(EchoStatus? status)
    {
        if (status is { Code: not 0 })
            throw new RpcException(new Status((StatusCode)status.Code, status.Message));
    }

    private static WriteOptions CompressionOf(BoolValue? wish) => wish is { Value: true } ? WriteOptions.Default : new WriteOptions(WriteFlags.NoCompress);

    private static Payload Zeros(int length) => length is >= 0 and <= MaxPayloadLength
        ? new Payload { Body = UnsafeByteOperations.UnsafeWrap(new byte[length]) }
        : throw new RpcException(new Status(StatusCode.InvalidArgument, $"A payload has 0 to {MaxPayloadLength} bytes."));

    private async Task WriteAsync(StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> stream, ServerCallContext context)
    {
        foreach (var parameters in request.ResponseParameters)
        {
            if (parameters.IntervalUs > 0)
                await Task.Delay(TimeSpan.FromMicroseconds(parameters.IntervalUs), time, context.CancellationToken).ConfigureAwait(false);
            stream.WriteOptions = CompressionOf(parameters.Compressed);
            await stream.WriteAsync(new StreamingOutputCallResponse { Payload = Zeros(parameters.Size) }).ConfigureAwait(false);
        }
    }
}
