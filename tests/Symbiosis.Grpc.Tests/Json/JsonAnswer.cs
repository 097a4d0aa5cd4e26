using System.Net;
using System.Text;
using System.Text.Json;
using Symbiosis.Grpc.Tests.Web;

namespace Symbiosis.Grpc.Tests.Json;

/// <summary>An answer in JSON.</summary>
internal sealed record JsonAnswer(HttpStatusCode HttpStatus, string ContentType, string Body, HttpResponseMessage Response)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public IReadOnlyList<JsonElement> Lines =>
        [.. Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public int Code => Json.GetProperty("code").GetInt32();

    public string Message => Json.GetProperty("message").GetString()!;

    public IEnumerable<JsonElement> Details => Json.GetProperty("details").EnumerateArray();

    public static Task<JsonAnswer> PostAsync(EdgeHost host, string method, string json, params (string, string)[] headers) =>
        PostAsync(host, method, Encoding.UTF8.GetBytes(json), "application/json", false, headers);

    public static async Task<JsonAnswer> PostAsync(
        EdgeHost host, string method, byte[] body, string contentType = "application/json", bool http2 = false, params (string, string)[] headers)
    {
        var response = await host.PostAsync("/grpc.testing.TestService/" + method, new ByteArrayContent(body), contentType, http2, headers);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new JsonAnswer(response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "", text, response);
    }
}
