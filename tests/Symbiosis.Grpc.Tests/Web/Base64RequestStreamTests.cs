using System.IO.Pipelines;
using System.Text;
using Grpc.AspNetCore.Web;
using Grpc.Core;

namespace Symbiosis.Grpc.Tests.Web;

public sealed class Base64RequestStreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ReadAsync_AnyChunksAnyPieces_GivesTheBytes(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(0, 200)];
            random.NextBytes(bytes);
            var text = new StringBuilder();
            for (var position = 0; position < bytes.Length;)
            {
                var length = random.Next(1, bytes.Length - position + 1);
                text.Append(Convert.ToBase64String(bytes, position, length));
                position += length;
            }

            var pipe = new Pipe();
            var read = ReadAllAsync(new Base64RequestStream(pipe.Reader), random.Next(1, 20));
            foreach (char[] piece in text.ToString().Chunk(random.Next(1, 30)))
                await pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes(piece), TestContext.Current.CancellationToken);
            await pipe.Writer.CompleteAsync();

            var decoded = await read;
            Assert.True(bytes.AsSpan().SequenceEqual(decoded), $"seed {seed}, round {round}");
        }
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AAAAAAA")]
    public async Task J07_EndInsideAGroup_Throws(string text)
    {
        var pipe = PipeReader.Create(new MemoryStream(Encoding.ASCII.GetBytes(text)));

        var exception = await Assert.ThrowsAsync<RpcException>(() => ReadAllAsync(new Base64RequestStream(pipe), 16));

        Assert.Equal(StatusCode.Internal, exception.StatusCode);
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream, int bufferLength)
    {
        var all = new MemoryStream();
        var buffer = new byte[bufferLength];
        while (await stream.ReadAsync(buffer) is var count and > 0)
            all.Write(buffer, 0, count);
        return all.ToArray();
    }
}
