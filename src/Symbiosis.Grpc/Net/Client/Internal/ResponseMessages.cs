using System.Buffers;
using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>The messages of a response body. One reader at a time.</summary>
/// <param name="body">The body.</param>
/// <param name="encoding">Value of <c>grpc-encoding</c>; null: none.</param>
/// <param name="providers">Encodings that can be read, by name.</param>
/// <param name="maxMessageSize">Longest message, bytes after decompression; null: no limit.</param>
internal sealed class ResponseMessages(Stream body, string? encoding, IReadOnlyDictionary<string, ICompressionProvider> providers, int? maxMessageSize)
{
    private const int BufferSize = 16 * 1024;

    private readonly PipeReader _pipe = PipeReader.Create(body, new StreamPipeReaderOptions(bufferSize: BufferSize, leaveOpen: true));
    private readonly ResponsePayload _payload = new();

    /// <summary>The next message; null: the body ended where a message may end.</summary>
    /// <exception cref="RpcException">The bytes break the protocol or a limit, or the marshaller refused them.</exception>
    public async ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        // Data are awaited as they come and nothing is allocated for a length that is only claimed.
        MessageHeader? header = null;
        while (true)
        {
            var result = await _pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = result.Buffer;
            if (header is null && MessageHeader.TryRead(buffer, out var read))
                header = Check(read);
            if (header is { } known && buffer.Length >= MessageHeader.Size + (long)known.Length)
            {
                var payload = buffer.Slice(MessageHeader.Size, known.Length);
                var message = Deserialize(marshaller, known, payload);
                _pipe.AdvanceTo(payload.End);
                return message;
            }

            if (result.IsCompleted)
            {
                var isClean = buffer.IsEmpty;
                await _pipe.CompleteAsync().ConfigureAwait(false);
                return isClean ? null : throw Fault("Incomplete message.");
            }

            _pipe.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>Whether the body has no bytes at all; waits for the first or the end.</summary>
    public async ValueTask<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        var result = await _pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
        var isEmpty = result.Buffer.IsEmpty;
        _pipe.AdvanceTo(result.Buffer.Start);
        return isEmpty;
    }

    private static RpcException Fault(string detail, StatusCode code = StatusCode.Internal, Exception? cause = null) => new(new Status(code, detail, cause));

    private MessageHeader Check(MessageHeader header)
    {
        if (!header.IsValid)
            throw Fault($"Unexpected message flag {header.Flags}.");
        if (header.Length > (maxMessageSize ?? Array.MaxLength))
            throw TooLarge();
        return header;
    }

    private static RpcException TooLarge() => Fault("Received message exceeds the maximum configured message size.", StatusCode.ResourceExhausted);

    private T Deserialize<T>(Marshaller<T> marshaller, MessageHeader header, in ReadOnlySequence<byte> payload)
    {
        if (!header.IsCompressed)
            return Deserialize(marshaller, payload);
        if (encoding is null or MessageCompression.Identity)
            throw Fault("A message is flagged as compressed, but the response names no encoding in grpc-encoding.");
        if (!providers.TryGetValue(encoding, out var provider))
            throw Fault($"Unsupported grpc-encoding value '{encoding}'. Supported encodings: {string.Join(", ", providers.Keys)}");
        using var inflated = new PooledBufferWriter((int)Math.Min(payload.Length * 2, BufferSize));
        return MessageCompression.Decompress(provider, payload, maxMessageSize, inflated) switch
        {
            DecompressionOutcome.Done => Deserialize(marshaller, new ReadOnlySequence<byte>(inflated.WrittenMemory)),
            DecompressionOutcome.TooLarge => throw TooLarge(),
            _ => throw Fault($"A message is not valid {encoding}."),
        };
    }

    private T Deserialize<T>(Marshaller<T> marshaller, in ReadOnlySequence<byte> payload)
    {
        _payload.Set(payload);
        try
        {
            return marshaller.ContextualDeserializer(_payload);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw Fault($"A response cannot be read: {exception.Message}", cause: exception);
        }
        finally
        {
            _payload.Set(default);
        }
    }
}
