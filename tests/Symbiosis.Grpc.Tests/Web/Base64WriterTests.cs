using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Grpc.AspNetCore.Web;

namespace Symbiosis.Grpc.Tests.Web;

public sealed class Base64WriterTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Write_AnyPiecesAndFlushes_CanBeDecoded(int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[100_000];
        random.NextBytes(bytes);
        var target = new MemoryStream();
        var inner = PipeWriter.Create(target);
        var writer = new Base64Writer(inner);

        for (var position = 0; position < bytes.Length;)
        {
            var length = Math.Min(random.Next(1, 9000), bytes.Length - position);
            writer.Write(bytes.AsSpan(position, length));
            position += length;
            if (random.Next(3) == 0) await writer.FlushAsync(TestContext.Current.CancellationToken);
        }

        await writer.FlushAsync(TestContext.Current.CancellationToken);
        Assert.True(bytes.SequenceEqual(WebAnswer.DecodeChunks(Encoding.ASCII.GetString(target.ToArray()))), $"seed {seed}");
    }

    [Fact]
    public async Task FlushAsync_FewerThanThreeBytes_SendsThem()
    {
        var target = new MemoryStream();
        var writer = new Base64Writer(PipeWriter.Create(target));

        writer.Write(new byte[] { 1 });
        await writer.FlushAsync(TestContext.Current.CancellationToken);
        writer.Write(new byte[] { 2 });
        await writer.FlushAsync(TestContext.Current.CancellationToken);

        Assert.Equal("AQ==Ag==", Encoding.ASCII.GetString(target.ToArray()));
    }
}
