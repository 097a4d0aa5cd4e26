using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Json;
using Grpc.Testing;
using Symbiosis.Grpc.Tests.Web;

namespace Symbiosis.Grpc.Tests.Json;

public sealed class GrpcOpenApiTests
{
    private const string Unary = "/grpc.testing.TestService/UnaryCall";
    private const string Stream = "/grpc.testing.TestService/StreamingOutputCall";

    [Fact]
    public async Task Document_RequiredParts_AreThere()
    {
        var document = await ReadAsync();

        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        Assert.Equal("Test", document.GetProperty("info").GetProperty("title").GetString());
        Assert.Equal("1.2.3", document.GetProperty("info").GetProperty("version").GetString());
        var operations = Operations(document).ToList();
        Assert.NotEmpty(operations);
        Assert.All(operations, operation => Assert.NotEmpty(operation.GetProperty("responses").EnumerateObject()));
        Assert.All(operations, operation => Assert.True(operation.GetProperty("requestBody").TryGetProperty("content", out _)));
        var ids = operations.Select(operation => operation.GetProperty("operationId").GetString()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var tags = document.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()!).ToHashSet();
        Assert.All(operations, operation => Assert.Contains(operation.GetProperty("tags")[0].GetString()!, tags));
    }

    [Fact]
    public async Task Document_Paths_AreThoseThatTakeJson()
    {
        var paths = (await ReadAsync()).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet();

        Assert.Superset(new HashSet<string> { Unary, Stream, "/grpc.testing.TestService/EmptyCall" }, paths);
        Assert.DoesNotContain("/grpc.testing.TestService/StreamingInputCall", paths);
        Assert.DoesNotContain("/grpc.testing.TestService/FullDuplexCall", paths);
        Assert.DoesNotContain(paths, path => path.StartsWith("/grpc.health", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Document_References_AllResolve()
    {
        var document = await ReadAsync();

        var references = References(document).ToList();

        Assert.NotEmpty(references);
        foreach (var reference in references)
        {
            Assert.StartsWith("#/", reference, StringComparison.Ordinal);
            var element = document;
            foreach (var step in reference[2..].Split('/'))
                Assert.True(element.TryGetProperty(step, out element), reference);
        }
    }

    [Fact]
    public async Task Document_ComponentNames_AreAllowed()
    {
        var components = (await ReadAsync()).GetProperty("components");

        foreach (var name in components.EnumerateObject().SelectMany(kind => kind.Value.EnumerateObject()).Select(component => component.Name))
            Assert.Matches("^[a-zA-Z0-9._-]+$", name);
    }

    [Fact]
    public async Task Document_Streams_AreLinesThatMayEndInAnError()
    {
        var response = (await ReadAsync()).GetProperty("paths").GetProperty(Stream).GetProperty("post").GetProperty("responses").GetProperty("200");

        var choices = response.GetProperty("content").GetProperty("application/x-ndjson").GetProperty("schema").GetProperty("anyOf");

        Assert.Equal("#/components/schemas/grpc.testing.StreamingOutputCallResponse", choices[0].GetProperty("$ref").GetString());
        Assert.Equal("#/components/schemas/google.rpc.Status", choices[1].GetProperty("properties").GetProperty("error").GetProperty("$ref").GetString());
    }

    [Fact]
    public async Task Document_Errors_AreStatuses()
    {
        var document = await ReadAsync();

        Assert.All(Operations(document), operation =>
            Assert.Equal("#/components/responses/Error", operation.GetProperty("responses").GetProperty("default").GetProperty("$ref").GetString()));
        var error = document.GetProperty("components").GetProperty("responses").GetProperty("Error");
        Assert.Equal(
            "#/components/schemas/google.rpc.Status",
            error.GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString());
    }

    [Fact]
    public async Task Document_Fields_HaveTheirJsonTypes()
    {
        var schemas = (await ReadAsync()).GetProperty("components").GetProperty("schemas");
        var request = schemas.GetProperty("grpc.testing.SimpleRequest").GetProperty("properties");
        var payload = schemas.GetProperty("grpc.testing.Payload").GetProperty("properties");

        Assert.Equal("integer", request.GetProperty("response_size").GetProperty("type").GetString());
        Assert.Equal("boolean", request.GetProperty("fill_username").GetProperty("type").GetString());
        Assert.Equal("base64", payload.GetProperty("body").GetProperty("contentEncoding").GetString());
        Assert.Equal("COMPRESSABLE", schemas.GetProperty("grpc.testing.PayloadType").GetProperty("enum")[0].GetString());
        var list = schemas.GetProperty("grpc.testing.StreamingOutputCallRequest").GetProperty("properties").GetProperty("response_parameters");
        Assert.Equal("array", list.GetProperty("type").GetString());
        Assert.Equal("#/components/schemas/grpc.testing.ResponseParameters", list.GetProperty("items").GetProperty("$ref").GetString());
    }

    [Fact]
    public async Task Document_CommentsOfTheProtos_AreDescriptions()
    {
        var document = await ReadAsync();
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var operation = document.GetProperty("paths").GetProperty(Unary).GetProperty("post");

        Assert.Equal("Calls once.", operation.GetProperty("summary").GetString());
        Assert.Equal("Calls once. Answers once.", operation.GetProperty("description").GetString());
        Assert.Equal("A request.", schemas.GetProperty("grpc.testing.SimpleRequest").GetProperty("description").GetString());
        var field = schemas.GetProperty("grpc.testing.SimpleResponse").GetProperty("properties").GetProperty("username");
        Assert.Equal("Output only. Who called.", field.GetProperty("description").GetString());
        Assert.True(field.GetProperty("readOnly").GetBoolean());
        Assert.Contains("- COMPRESSABLE: Zeros.", schemas.GetProperty("grpc.testing.PayloadType").GetProperty("description").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_Adjust_HasTheLastWord()
    {
        Assert.Equal("yes", (await ReadAsync()).GetProperty("x-adjusted").GetString());
    }

    private static async Task<JsonElement> ReadAsync()
    {
        await using var host = await EdgeHost.StartAsync(last: application => application.MapGrpcOpenApi(configure: options =>
        {
            options.Title = "Test";
            options.Version = "1.2.3";
            options.DescriptorSet = () => new MemoryStream(Commented().ToByteArray());
            options.Adjust = document => document["x-adjusted"] = "yes";
        }));
        var response = await host.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(host.Http1, "/openapi.json")));
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    private static IEnumerable<JsonElement> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value);

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.Name == "$ref" ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    // What protoc writes with --include_source_info, for a few declarations.
    private static FileDescriptorSet Commented()
    {
        var messages = FileDescriptorProto.Parser.ParseFrom(MessagesReflection.Descriptor.SerializedData);
        var service = FileDescriptorProto.Parser.ParseFrom(TestReflection.Descriptor.SerializedData);
        int Message(string name) => messages.MessageType.Index().Single(message => message.Item.Name == name).Index;
        messages.SourceCodeInfo = new SourceCodeInfo
        {
            Location =
            {
                Comment(" A request.\n", 4, Message("SimpleRequest")),
                Comment(" Output only.\n Who called.\n", 4, Message("SimpleResponse"), 2, 1),
                Comment(" Zeros.\n", 5, 0, 2, 0),
            },
        };
        service.SourceCodeInfo = new SourceCodeInfo { Location = { Comment(" Calls once. Answers\n once.\n", 6, 0, 2, 1) } };
        return new FileDescriptorSet { File = { messages, service } };
    }

    private static SourceCodeInfo.Types.Location Comment(string text, params int[] path) => new() { LeadingComments = text, Path = { path } };
}
