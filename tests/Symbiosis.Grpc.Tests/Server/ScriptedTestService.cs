using Grpc.Core;
using Grpc.Testing;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>The test service, each method as the test says.</summary>
internal sealed class ScriptedTestService(ScriptedTestService.Script script) : TestService.TestServiceBase
{
    public const string Unary = "/grpc.testing.TestService/UnaryCall";
    public const string ServerStream = "/grpc.testing.TestService/StreamingOutputCall";
    public const string ClientStream = "/grpc.testing.TestService/StreamingInputCall";
    public const string Duplex = "/grpc.testing.TestService/FullDuplexCall";

    public override Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context) => script.Unary(request, context);

    public override Task StreamingOutputCall(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context) =>
        script.ServerStream(request, responseStream, context);

    public override Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context) =>
        script.ClientStream(requestStream, context);

    public override Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context) =>
        script.Duplex(requestStream, responseStream, context);

    /// <summary>What the methods do; by default they answer with nothing.</summary>
    internal sealed class Script
    {
        public UnaryServerMethod<SimpleRequest, SimpleResponse> Unary { get; set; } = (request, _) => Task.FromResult(new SimpleResponse { Payload = request.Payload });

        public ServerStreamingServerMethod<StreamingOutputCallRequest, StreamingOutputCallResponse> ServerStream { get; set; } = (_, _, _) => Task.CompletedTask;

        public ClientStreamingServerMethod<StreamingInputCallRequest, StreamingInputCallResponse> ClientStream { get; set; } = async (requests, context) =>
        {
            var size = 0;
            while (await requests.MoveNext(context.CancellationToken))
                size += requests.Current.Payload?.Body.Length ?? 0;
            return new StreamingInputCallResponse { AggregatedPayloadSize = size };
        };

        public DuplexStreamingServerMethod<StreamingOutputCallRequest, StreamingOutputCallResponse> Duplex { get; set; } = async (requests, responses, context) =>
        {
            while (await requests.MoveNext(context.CancellationToken))
                await responses.WriteAsync(new StreamingOutputCallResponse { Payload = requests.Current.Payload });
        };
    }
}
