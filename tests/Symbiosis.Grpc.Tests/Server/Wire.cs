using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Symbiosis.Grpc.Tests.Server;

/// <summary>Writes calls by hand.</summary>
internal static class Wire
{
    public static byte[] Frame(IMessage message) => Frame(message.ToByteArray());

    public static byte[] Frame(byte[] payload, byte flag = 0)
    {
        var frame = new byte[5 + payload.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), payload.Length);
        payload.CopyTo(frame, 5);
        return frame;
    }

    public static HttpRequestMessage Request(string path, HttpContent body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = body,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        foreach (var (name, value) in headers)
        {
            if (name == "content-type")
            {
                body.Headers.Remove(name);
                body.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    public static Task<WireAnswer> CallAsync(this GrpcApplication application, string path, byte[] body, params (string Name, string Value)[] headers) =>
        application.SendAsync(Request(path, new ByteArrayContent(body), headers));

    public static async Task<WireAnswer> SendAsync(this GrpcApplication application, HttpRequestMessage request)
    {
        var token = TestContext.Current.CancellationToken;
        using var response = await application.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
        var body = await response.Content.ReadAsByteArrayAsync(token);
        return new WireAnswer(
            (int)response.StatusCode, response.Headers, response.Content.Headers.ContentType?.ToString(), body, response.TrailingHeaders);
    }
}
