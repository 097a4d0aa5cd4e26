using System.Buffers;
using System.Text;
using Grpc.AspNetCore.Web;
using Microsoft.AspNetCore.Http;

namespace Symbiosis.Grpc.Tests.Web;

public sealed class TrailerFrameTests
{
    [Fact]
    public void J02_Write_ForbiddenCharacters_CannotBeginATrailer()
    {
        var writer = new ArrayBufferWriter<byte>();

        TrailerFrame.Write(writer, new HeaderDictionary { ["X-A"] = "1\r\ngrpc-status: 0", ["X-B"] = "é" });

        Assert.Equal(0x80, writer.WrittenSpan[0]);
        Assert.Equal("x-a: 1??grpc-status: 0\r\nx-b: ?\r\n", Encoding.ASCII.GetString(writer.WrittenSpan[5..]));
    }
}
