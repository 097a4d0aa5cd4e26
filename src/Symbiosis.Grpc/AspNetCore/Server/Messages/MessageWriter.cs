using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server.Messages;

/// <summary>Writes a call's messages, each in its frame. A message whose length is known and that is not compressed goes straight into the response.</summary>
internal sealed class MessageWriter(PipeWriter response, int? maxLength) : SerializationContext, IBufferWriter<byte>
{
    private const int InitialCapacity = 4096;

    private PooledBufferWriter? _buffered;
    private ICompressionProvider? _provider;
    private CompressionLevel? _level;
    private int? _announcedLength;
    private int _writtenLength;
    private bool _isDirect;
    private bool _isComplete;

    /// <summary>Whether part of a message is in the response whose rest will never come: the stream can only be reset.</summary>
    public bool IsBroken => _isDirect && !_isComplete;

    /// <summary>Length of the message written last, before compression.</summary>
    public int WrittenLength => _writtenLength;

    /// <summary>Writes a message; it is sent with the next flush.</summary>
    /// <param name="message">The message.</param>
    /// <param name="serializer">Calls this writer back.</param>
    /// <param name="provider">The encoding; null: not compressed.</param>
    /// <param name="level">How hard to compress.</param>
    /// <exception cref="RpcException">The message is longer than the limit.</exception>
    public void Write<T>(T message, Action<T, SerializationContext> serializer, ICompressionProvider? provider, CompressionLevel? level)
    {
        _provider = provider;
        _level = level;
        _announcedLength = null;
        _writtenLength = 0;
        _isDirect = false;
        _isComplete = false;
        try
        {
            serializer(message, this);
            if (!_isComplete)
                throw new InvalidOperationException("Serialization did not return a payload.");
        }
        finally
        {
            _buffered?.Dispose();
            _buffered = null;
        }
    }

    /// <inheritdoc/>
    public override void SetPayloadLength(int payloadLength)
    {
        Check(payloadLength);
        _announcedLength = payloadLength;
    }

    /// <inheritdoc/>
    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (_isDirect || _buffered is not null)
            return this;
        if (_provider is null && _announcedLength is { } length)
        {
            WritePrefix(false, length);
            _isDirect = true;
        }
        else
        {
            _buffered = new PooledBufferWriter(InitialCapacity);
        }

        return this;
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        RequireIncomplete();
        if (_isDirect)
        {
            if (_writtenLength != _announcedLength)
                throw new InvalidOperationException($"The serializer announced {_announcedLength} bytes and wrote {_writtenLength}.");
        }
        else
        {
            Send(_buffered is null ? ReadOnlyMemory<byte>.Empty : _buffered.WrittenMemory);
        }

        _isComplete = true;
    }

    /// <inheritdoc/>
    public override void Complete(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        RequireIncomplete();
        Send(payload);
        _isComplete = true;
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        _writtenLength += count;
        if (_isDirect)
        {
            response.Advance(count);
            return;
        }

        _buffered!.Advance(count);
        Check(_writtenLength);
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0) => _isDirect ? response.GetMemory(sizeHint) : _buffered!.GetMemory(sizeHint);

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => _isDirect ? response.GetSpan(sizeHint) : _buffered!.GetSpan(sizeHint);

    private void Send(ReadOnlyMemory<byte> payload)
    {
        Check(payload.Length);
        _writtenLength = payload.Length;
        if (_provider is null)
        {
            WritePrefix(false, payload.Length);
            response.Write(payload.Span);
            return;
        }

        using var compressed = new PooledBufferWriter(InitialCapacity);
        MessageCompression.Compress(_provider, _level, new ReadOnlySequence<byte>(payload), compressed);
        WritePrefix(true, compressed.WrittenCount);
        response.Write(compressed.WrittenSpan);
    }

    private void WritePrefix(bool isCompressed, int length)
    {
        MessageHeader.Write(response.GetSpan(MessageHeader.Size), isCompressed, length);
        response.Advance(MessageHeader.Size);
    }

    private void Check(int length)
    {
        if (length > maxLength)
            throw MessageFaults.SendingTooLarge();
    }

    private void RequireIncomplete()
    {
        if (_isComplete)
            throw new InvalidOperationException("The payload was completed before.");
    }
}
