using System.Net;

namespace Symbiosis.Grpc.Tests.Web;

/// <summary>A body that is sent byte by byte.</summary>
internal sealed class DrippingContent(byte[] bytes) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        foreach (var value in bytes)
        {
            stream.WriteByte(value);
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
