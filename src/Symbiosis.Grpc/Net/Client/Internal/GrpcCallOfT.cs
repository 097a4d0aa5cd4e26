using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>One call with its messages.</summary>
internal sealed class GrpcCall<TRequest, TResponse> : GrpcCall
    where TRequest : class
    where TResponse : class
{
    private readonly Method<TRequest, TResponse> _method;
    private readonly TaskCompletionSource<TResponse>? _response;
    private readonly TaskCompletionSource<ResponseMessages?>? _messages;
    private TResponse? _received;

    public GrpcCall(GrpcChannel channel, Method<TRequest, TResponse> method, string? host, CallOptions options)
        : base(channel, channel.SettingsOf(method), host, options, method.Type is MethodType.Unary or MethodType.ServerStreaming)
    {
        _method = method;
        if (method.Type is MethodType.Unary or MethodType.ClientStreaming)
            _response = new(TaskCreationOptions.RunContinuationsAsynchronously);
        else
            _messages = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Reader = new ResponseStreamReader<TRequest, TResponse>(this);
        Writer = new RequestStreamWriter<TRequest, TResponse>(this);
    }

    /// <summary>The single response.</summary>
    public Task<TResponse> ResponseTask => _response!.Task;

    /// <summary>Reads a stream of responses.</summary>
    public ResponseStreamReader<TRequest, TResponse> Reader { get; }

    /// <summary>Writes a stream of requests.</summary>
    public RequestStreamWriter<TRequest, TResponse> Writer { get; }

    /// <inheritdoc/>
    public override bool IsReading => _response is not null || Reader.IsReading;

    /// <summary>Starts a call with a single request.</summary>
    public void Start(TRequest request)
    {
        if (!TryBegin())
            return;
        try
        {
            Requests.Add(Serialize(request, null), flush: false);
            Requests.Complete();
        }
        catch (RpcException exception)
        {
            TryEnd(exception.Status, Metadata.Empty);
            return;
        }

        _ = RunAsync();
    }

    /// <summary>Starts a call with a stream of requests.</summary>
    public void Start()
    {
        if (TryBegin())
            _ = RunAsync();
    }

    /// <summary>Frame of a request.</summary>
    public PooledBufferWriter Serialize(TRequest request, WriteOptions? wishes) => Serialize(_method.RequestMarshaller, request, wishes);

    /// <summary>The next response; null: the call is over.</summary>
    public async ValueTask<TResponse?> ReadAsync()
    {
        try
        {
            if (await _messages!.Task.ConfigureAwait(false) is not { } messages)
                return null;
            if (await messages.ReadAsync(_method.ResponseMarshaller, TransportToken).ConfigureAwait(false) is { } response)
                return response;
            EndByTrailers();
        }
        catch (Exception exception)
        {
            EndByFault(exception);
        }

        await EndedTask.ConfigureAwait(false);
        return null;
    }

    /// <inheritdoc/>
    protected override async Task OnMessagesAsync(ResponseMessages messages)
    {
        if (_messages is not null)
        {
            _messages.TrySetResult(messages);
            return;
        }

        _received = await messages.ReadAsync(_method.ResponseMarshaller, TransportToken).ConfigureAwait(false);
        if (_received is not null && await messages.ReadAsync(_method.ResponseMarshaller, TransportToken).ConfigureAwait(false) is not null)
            throw new RpcException(new Status(StatusCode.Unimplemented, "The server sent more than one message to a call with a single response."));
        EndByTrailers();
    }

    /// <inheritdoc/>
    protected override Status OnEnding(Status status) => status.StatusCode == StatusCode.OK && _response is not null && _received is null
        ? new Status(StatusCode.Unimplemented, "The server sent no message to a call with a single response.")
        : status;

    /// <inheritdoc/>
    protected override void OnEnded()
    {
        _messages?.TrySetResult(null);
        if (_response is null)
            return;
        if (GetStatus().StatusCode == StatusCode.OK)
        {
            _response.TrySetResult(_received!);
            return;
        }

        _response.TrySetException(CreateException());

        // Whoever cares awaits it; nobody must.
        _ = _response.Task.Exception;
    }
}
