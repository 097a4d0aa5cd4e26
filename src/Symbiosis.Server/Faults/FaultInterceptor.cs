using Grpc.Core;
using Grpc.Core.Interceptors;
using Symbiosis.Api.Errors;
using Symbiosis.Milp;
using Symbiosis.Planning;
using Symbiosis.Server.Observing;
using Symbiosis.Server.Solving;

namespace Symbiosis.Server.Faults;

/// <summary>Makes a status of whatever a handler throws. Clients see no stack trace, path or engine output, but an id that stands in the log as well.</summary>
internal sealed class FaultInterceptor(ILogger<FaultInterceptor> logger) : Interceptor
{
    /// <summary>ErrorInfo.metadata key of a fault's id.</summary>
    public const string ErrorIdKey = "error_id";

    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw StatusOf(fault, context);
        }
    }

    /// <inheritdoc/>
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(requestStream, context);
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw StatusOf(fault, context);
        }
    }

    /// <inheritdoc/>
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw StatusOf(fault, context);
        }
    }

    /// <inheritdoc/>
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw StatusOf(fault, context);
        }
    }

    private RpcException StatusOf(Exception fault, ServerCallContext context)
    {
        switch (fault)
        {
            case QueueFullException full:
                return RichErrors.Exhausted(full.Message, RichErrors.QueueFull, full.Subject, full.RetryDelay).ToRpcException();

            // Why it was cancelled, the protocol knows better: deadline, shutdown or the client.
            case OperationCanceledException:
                return new RpcException(Status.DefaultCancelled);

            // The client is gone: its connection broke while something was read or written.
            case IOException when context.CancellationToken.IsCancellationRequested:
                return new RpcException(Status.DefaultCancelled);
        }

        var id = Guid.NewGuid().ToString("N");
        var (reason, sentence) = fault switch
        {
            SolverException => ("ENGINE_FAULT", "The solver engine failed."),
            PlanningFault => ("PLANNING_FAULT", "The optimiser found itself in a contradiction."),
            _ => (RichErrors.Fault, "Something failed inside the service."),
        };
        logger.CallFailed(context.Method, id, (fault as SolverException)?.StandardErrorTail ?? "", fault);
        var status = RichErrors.Create(
            StatusCode.Internal, $"{sentence} Tell the operator the error id {id}.", reason, new Dictionary<string, string> { [ErrorIdKey] = id });
        return status.ToRpcException();
    }
}
