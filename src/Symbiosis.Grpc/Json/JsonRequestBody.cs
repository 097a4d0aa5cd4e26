using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.Json;

/// <summary>The request as the one framed message it stands for. Nothing is read before the server asks, so a refused caller costs nothing.</summary>
internal sealed class JsonRequestBody(HttpRequest request, PipeReader inner, MethodDescriptor method, GrpcJsonOptions options) : PipeReader
{
    private const int FrameHeaderLength = 5;
    private const int FirstBufferLength = 16 * 1024;

    private PipeReader? _frame;

    /// <summary>Why there is no message; null where there is one. It outranks what the server makes of it.</summary>
    public Google.Rpc.Status? Failure { get; private set; }

    /// <summary>HTTP status of the failure; null: that of its code.</summary>
    public int? FailureHttpStatus { get; private set; }

    /// <exception cref="RpcException">The body is no such message.</exception>
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        _frame ??= Create(await ReadFrameAsync(cancellationToken));
        return await _frame.ReadAsync(cancellationToken);
    }

    public override bool TryRead(out ReadResult result)
    {
        if (_frame is not null) return _frame.TryRead(out result);
        result = default;
        return false;
    }

    public override void AdvanceTo(SequencePosition consumed) => _frame?.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => _frame?.AdvanceTo(consumed, examined);

    public override void CancelPendingRead()
    {
        if (_frame is null) inner.CancelPendingRead();
        else _frame.CancelPendingRead();
    }

    public override void Complete(Exception? exception = null) => _frame?.Complete(exception);

    private async ValueTask<ReadOnlySequence<byte>> ReadFrameAsync(CancellationToken cancellationToken)
    {
        try
        {
            var message = JsonRequest.Parse(await ReadBodyAsync(cancellationToken), method, options);
            var frame = new byte[FrameHeaderLength + message.CalculateSize()];
            BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - FrameHeaderLength);
            message.WriteTo(frame.AsSpan(FrameHeaderLength));
            return new ReadOnlySequence<byte>(frame);
        }
        catch (RpcException exception)
        {
            Failure ??= CallStatus.From(exception);
            throw;
        }
        catch (BadHttpRequestException exception)
        {
            throw Fail(HttpStatusCodes.ToGrpc(exception.StatusCode), exception.Message, exception.StatusCode);
        }
    }

    // Copied out piece by piece: the server stops receiving while too much lies unread.
    private async ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(CancellationToken cancellationToken)
    {
        if (request.ContentLength > options.MaxRequestBodySize) throw TooLong();
        var body = new ArrayBufferWriter<byte>((int)Math.Clamp(request.ContentLength ?? 0, 1, FirstBufferLength));
        while (true)
        {
            var result = await inner.ReadAsync(cancellationToken);
            if (result.IsCanceled) throw new OperationCanceledException("Reading the request was cancelled.");
            var isTooLong = body.WrittenCount + result.Buffer.Length > options.MaxRequestBodySize;
            if (!isTooLong)
            {
                foreach (var segment in result.Buffer)
                    body.Write(segment.Span);
            }

            inner.AdvanceTo(result.Buffer.End);
            if (isTooLong) throw TooLong();
            if (result.IsCompleted) return body.WrittenMemory;
        }
    }

    private RpcException TooLong() => Fail(
        StatusCode.ResourceExhausted, $"The body is longer than {options.MaxRequestBodySize} bytes.", StatusCodes.Status413PayloadTooLarge);

    private RpcException Fail(StatusCode code, string message, int httpStatus)
    {
        FailureHttpStatus = httpStatus;
        Failure = new Google.Rpc.Status { Code = (int)code, Message = message };
        return new RpcException(new Status(code, message));
    }
}
