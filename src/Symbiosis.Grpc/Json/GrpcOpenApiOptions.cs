using System.Text.Json.Nodes;

namespace Grpc.Json;

/// <summary>What the OpenAPI document says besides the schema.</summary>
public sealed class GrpcOpenApiOptions
{
    /// <summary>Name of the service.</summary>
    /// <value>gRPC services.</value>
    public string Title { get; set; } = "gRPC services";

    /// <summary>Version of the service's interface.</summary>
    /// <value>1.0.0.</value>
    public string Version { get; set; } = "1.0.0";

    /// <summary>What the service is for; empty: not said. Markdown.</summary>
    public string Description { get; set; } = "";

    /// <summary>
    /// Opens a serialised google.protobuf.FileDescriptorSet made with the sources' comments (<c>protoc --include_source_info --descriptor_set_out</c>); it is
    /// read once and closed. Null: the document has no descriptions, because the schema in the program has no comments.
    /// </summary>
    public Func<Stream>? DescriptorSet { get; set; }

    /// <summary>Full names of services that are left out, for example those for operators.</summary>
    /// <value>Reflection and health.</value>
    public ISet<string> ExcludedServices { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection",
    };

    /// <summary>Has the last word on the document, for example to add security schemes.</summary>
    public Action<JsonObject>? Adjust { get; set; }
}
