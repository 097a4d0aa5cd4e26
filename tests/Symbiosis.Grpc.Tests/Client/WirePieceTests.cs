using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Symbiosis.Grpc.Tests.Client;

/// <summary>The pieces that server and client share.</summary>
public sealed class WirePieceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain text ~!", "plain text ~!")]
    [InlineData("100%", "100%25")]
    [InlineData("\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n", "%09%0Atest with whitespace%0D%0Aand Unicode BMP %E2%98%BA and non-BMP %F0%9F%98%88%09%0A")]
    [InlineData("\u007F\u0000", "%7F%00")]
    [InlineData("ä中", "%C3%A4%E4%B8%AD")]
    public void Encode_Text_IsPercentEncodedUtf8AndBack(string text, string expected)
    {
        Assert.Equal(expected, PercentEncoding.Encode(text));
        Assert.Equal(text, PercentEncoding.Decode(expected));
    }

    [Fact]
    public void Encode_LoneSurrogate_IsTheReplacementCharacter()
    {
        Assert.Equal("a%EF%BF%BDb", PercentEncoding.Encode("a\uD800b"));
    }

    [Theory]
    [InlineData("%", "%")]
    [InlineData("a%4", "a%4")]
    [InlineData("%zz%41", "%zzA")]
    [InlineData("%e2%98%ba", "☺")]
    [InlineData("\u00E2\u0098\u00BA", "☺")]
    [InlineData("☺%41", "☺A")]
    public void Decode_AnyText_NeverFails(string value, string expected)
    {
        Assert.Equal(expected, PercentEncoding.Decode(value));
    }

    [Theory]
    [InlineData(0.0, "1n")]
    [InlineData(-5.0, "1n")]
    [InlineData(0.001, "1000000n")]
    [InlineData(1.0, "1000000u")]
    [InlineData(99.999999, "99999999u")]
    [InlineData(100.0, "100000m")]
    [InlineData(3600.0, "3600000m")]
    [InlineData(864000.0, "864000S")]
    [InlineData(1e9, "99999999S")]
    public void Format_Timeout_IsTheFinestUnitOfEightDigits(double seconds, string expected)
    {
        Assert.Equal(expected, TimeoutText.Format(TimeSpan.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData("0n", 0.0)]
    [InlineData("0S", 0.0)]
    [InlineData("1n", 1e-7)]
    [InlineData("99999999n", 0.0999999990)]
    [InlineData("5u", 5e-6)]
    [InlineData("20m", 0.02)]
    [InlineData("3S", 3.0)]
    [InlineData("2M", 120.0)]
    [InlineData("1H", 3600.0)]
    [InlineData("99999999H", 99_999_999.0)]
    [InlineData("00000001S", 1.0)]
    public void TryParse_Timeout_IsReadAndShortened(string text, double expectedSeconds)
    {
        Assert.True(TimeoutText.TryParse(text, out var timeout));
        Assert.Equal(expectedSeconds, timeout.TotalSeconds, 7);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("M")]
    [InlineData("-1M")]
    [InlineData("+1M")]
    [InlineData("123456789S")]
    [InlineData("1.1M")]
    [InlineData(" 1M")]
    [InlineData("1M ")]
    [InlineData("1 M")]
    [InlineData("1,111M")]
    [InlineData("1G")]
    [InlineData("١S")]
    public void TryParse_BadTimeout_IsRefused(string text)
    {
        Assert.False(TimeoutText.TryParse(text, out _));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("AA", "00")]
    [InlineData("AA==", "00")]
    [InlineData(" q6ur ", "ABABAB")]
    [InlineData("+/8=", "FBFF")]
    public void TryDecode_Base64_WithPaddingOrWithout(string text, string expectedHex)
    {
        Assert.True(BinaryHeader.TryDecode(text, out var bytes));
        Assert.Equal(expectedHex, Convert.ToHexString(bytes));
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("ZG9uZ")]
    [InlineData("A")]
    [InlineData("AA=")]
    [InlineData("AAA==")]
    [InlineData("AA===")]
    [InlineData("A A")]
    [InlineData("_-8")]
    [InlineData("=AAA")]
    public void TryDecode_NoBase64_IsRefused(string text)
    {
        Assert.False(BinaryHeader.TryDecode(text, out _));
    }

    [Fact]
    public void TryAddTo_OneBadValueAmongSeveral_AddsNone()
    {
        var metadata = new Metadata();

        Assert.False(BinaryHeader.TryAddTo(metadata, "x-bin", "AA,?"));
        Assert.Empty(metadata);
    }

    [Fact]
    public void Encode_AnyBytes_DecodeToTheSame()
    {
        const int seed = 7;
        var random = new Random(seed);
        for (var length = 0; length < 600; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);

            var text = BinaryHeader.Encode(bytes);

            Assert.False(text.EndsWith('='));
            Assert.True(BinaryHeader.TryDecode(text, out var decoded), $"seed {seed}, length {length}");
            Assert.Equal(bytes, decoded);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void TryRead_HeaderOverSeveralSegments_IsRead(int segmentLength)
    {
        byte[] bytes = [1, 0, 0, 1, 2, 99];

        Assert.True(MessageHeader.TryRead(Segments(bytes, segmentLength), out var header));
        Assert.Equal(new MessageHeader(1, 258), header);
        Assert.False(MessageHeader.TryRead(Segments(bytes[..4], segmentLength), out _));
    }

    [Theory]
    [InlineData("gzip", 0)]
    [InlineData("gzip", 1)]
    [InlineData("gzip", 300_000)]
    [InlineData("deflate", 0)]
    [InlineData("deflate", 1)]
    [InlineData("deflate", 300_000)]
    public void Decompress_WhatCompressMade_GivesTheMessage(string encoding, int length)
    {
        var message = Noise(length);
        using var packed = Pack(encoding, message);
        using var output = new PooledBufferWriter(16);

        foreach (var segmentLength in new[] { 7, 1_000_000 })
        {
            var outcome = MessageCompression.Decompress(Provider(encoding), Segments(packed.WrittenMemory.ToArray(), segmentLength), length, output);

            Assert.Equal(DecompressionOutcome.Done, outcome);
            Assert.Equal(message, output.WrittenMemory.ToArray());
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void Decompress_EveryCutAndEveryAddition_IsMalformed(string encoding)
    {
        using var packed = Pack(encoding, Noise(300));
        var whole = packed.WrittenMemory.ToArray();
        using var output = new PooledBufferWriter(16);

        for (var length = 1; length < whole.Length; length++)
            Assert.Equal(DecompressionOutcome.Malformed, Decompress(encoding, whole[..length], null, output));
        Assert.Equal(DecompressionOutcome.Malformed, Decompress(encoding, [.. whole, 0], null, output));
        Assert.Equal(DecompressionOutcome.Malformed, Decompress(encoding, [.. whole, .. whole], null, output));
        Assert.Equal(DecompressionOutcome.Malformed, Decompress(encoding, [.. whole, .. new byte[20_000]], null, output));
        Assert.Equal(DecompressionOutcome.Done, Decompress(encoding, [], null, output));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void Decompress_Bomb_StopsOneByteBeyondTheLimit(string encoding)
    {
        using var packed = Pack(encoding, new byte[50_000_000]);
        using var output = new PooledBufferWriter(16);

        Assert.Equal(DecompressionOutcome.TooLarge, Decompress(encoding, packed.WrittenMemory.ToArray(), 100_000, output));
        Assert.Equal(100_001, output.WrittenCount);
    }

    [Fact]
    public void GetSpan_ManyWrites_KeepsWhatWasWritten()
    {
        using var writer = new PooledBufferWriter(1);
        var expected = Noise(100_000);

        foreach (var chunk in expected.Chunk(777))
            writer.Write(chunk);

        Assert.Equal(expected, writer.WrittenMemory.ToArray());
    }

    private static DecompressionOutcome Decompress(string encoding, byte[] packed, int? limit, PooledBufferWriter output) =>
        MessageCompression.Decompress(Provider(encoding), new ReadOnlySequence<byte>(packed), limit, output);

    private static PooledBufferWriter Pack(string encoding, byte[] message)
    {
        var packed = new PooledBufferWriter(16);
        MessageCompression.Compress(Provider(encoding), null, new ReadOnlySequence<byte>(message), packed);
        return packed;
    }

    private static ICompressionProvider Provider(string encoding) =>
        encoding == "gzip" ? new GzipCompressionProvider(CompressionLevel.Fastest) : new DeflateCompressionProvider(CompressionLevel.Fastest);

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(5).NextBytes(bytes);
        return bytes;
    }

    private static ReadOnlySequence<byte> Segments(byte[] bytes, int segmentLength)
    {
        if (bytes.Length <= segmentLength)
            return new ReadOnlySequence<byte>(bytes);
        var first = new Segment(bytes.AsMemory(0, segmentLength), 0);
        var last = first;
        for (var at = segmentLength; at < bytes.Length; at += segmentLength)
            last = last.Append(bytes.AsMemory(at, Math.Min(segmentLength, bytes.Length - at)));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long start)
        {
            Memory = memory;
            RunningIndex = start;
        }

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
