using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;

namespace Grpc.Json.OpenApi;

/// <summary>The OpenAPI document of services.</summary>
internal sealed class DocumentBuilder(GrpcOpenApiOptions options, ProtoComments comments)
{
    private const string ErrorReference = "#/components/responses/Error";
    private const string TimeoutReference = "#/components/parameters/Timeout";

    private readonly SchemaBuilder _schemas = new(comments);

    public JsonObject Build(IEnumerable<ServiceDescriptor> services)
    {
        var paths = new JsonObject();
        var tags = new JsonArray();
        foreach (var service in services)
        {
            var tag = new JsonObject { ["name"] = service.FullName };
            Describe(tag, comments.Of(service));
            tags.Add(tag);
            foreach (var method in service.Methods.Where(method => !method.IsClientStreaming))
                paths[$"/{service.FullName}/{method.Name}"] = new JsonObject { ["post"] = Operation(method) };
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = Information(),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = tags,
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = _schemas.Schemas(),
                ["responses"] = new JsonObject { ["Error"] = Error() },
                ["parameters"] = new JsonObject { ["Timeout"] = Timeout() },
            },
        };
    }

    private JsonObject Information()
    {
        var information = new JsonObject { ["title"] = options.Title, ["version"] = options.Version };
        Describe(information, options.Description);
        return information;
    }

    private JsonObject Operation(MethodDescriptor method)
    {
        var operation = new JsonObject { ["operationId"] = method.FullName, ["tags"] = new JsonArray(method.Service.FullName) };
        var comment = comments.Of(method);
        var sentence = comment.IndexOf(". ", StringComparison.Ordinal);
        if (comment.Length > 0) operation["summary"] = sentence < 0 ? comment : comment[..(sentence + 1)];
        Describe(operation, comment);
        if (method.GetOptions()?.Deprecated == true) operation["deprecated"] = true;
        operation["parameters"] = new JsonArray(new JsonObject { ["$ref"] = TimeoutReference });
        operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", _schemas.Of(method.InputType)) };
        operation["responses"] = new JsonObject
        {
            ["200"] = method.IsServerStreaming ? Stream(method) : Single(method),
            ["default"] = new JsonObject { ["$ref"] = ErrorReference },
        };
        return operation;
    }

    private JsonObject Single(MethodDescriptor method) => new()
    {
        ["description"] = "The answer. Fields that are zero, empty or absent are left out.",
        ["content"] = Content("application/json", _schemas.Of(method.OutputType)),
    };

    private JsonObject Stream(MethodDescriptor method) => new()
    {
        ["description"] = "Answers as they come, each a JSON object on a line of its own; the schema is that of one line. "
            + "A stream that breaks off ends in a line {\"error\": google.rpc.Status}. Fields that are zero, empty or absent are left out.",
        ["content"] = Content("application/x-ndjson", new JsonObject
        {
            ["anyOf"] = new JsonArray(_schemas.Of(method.OutputType), new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("error"),
                ["properties"] = new JsonObject { ["error"] = SchemaBuilder.Reference(SchemaBuilder.StatusName) },
            }),
        }),
    };

    private static JsonObject Error() => new()
    {
        ["description"] = "The call failed: 400 faulty or impossible in this state, 401 no credentials, 403 not allowed, 404 no such thing, 409 exists or conflicts, "
            + "413 too long, 415 no UTF-8 JSON, 429 too much at once, 499 cancelled, 500 fault of the server, 501 no such method, 503 not available, 504 deadline passed.",
        ["headers"] = new JsonObject
        {
            ["Retry-After"] = new JsonObject
            {
                ["description"] = "Seconds after which to try again, where that helps.",
                ["schema"] = new JsonObject { ["type"] = "integer" },
            },
        },
        ["content"] = Content("application/json", SchemaBuilder.Reference(SchemaBuilder.StatusName)),
    };

    private static JsonObject Timeout() => new()
    {
        ["name"] = "x-timeout-seconds",
        ["in"] = "header",
        ["required"] = false,
        ["description"] = "Deadline, seconds from now, for example 2.5; absent: none. The header grpc-timeout is understood too.",
        ["schema"] = new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["maximum"] = 99_999 },
    };

    private static JsonObject Content(string mediaType, JsonObject schema) => new() { [mediaType] = new JsonObject { ["schema"] = schema } };

    private static void Describe(JsonObject target, string text)
    {
        if (text.Length > 0) target["description"] = text;
    }
}
