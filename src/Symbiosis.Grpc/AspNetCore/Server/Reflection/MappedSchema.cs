using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Json;
using Grpc.Reflection;
using Microsoft.AspNetCore.Routing;

namespace Grpc.AspNetCore.Server.Reflection;

/// <summary>The mapped services and their schema with the well-known types and google.rpc's, built when it is first asked for.</summary>
internal sealed class MappedSchema(EndpointDataSource endpoints)
{
    private static readonly FileDescriptor[] s_always =
    [
        AnyReflection.Descriptor, ApiReflection.Descriptor, DurationReflection.Descriptor, EmptyReflection.Descriptor, FieldMaskReflection.Descriptor,
        SourceContextReflection.Descriptor, StructReflection.Descriptor, TimestampReflection.Descriptor, TypeReflection.Descriptor,
        WrappersReflection.Descriptor, Google.Protobuf.Reflection.DescriptorReflection.Descriptor,
        CodeReflection.Descriptor, ErrorDetailsReflection.Descriptor, StatusReflection.Descriptor,
    ];

    // All services are mapped before the first call, so what is found then stays.
    private readonly Lazy<(IReadOnlyList<string> Services, SymbolRegistry Symbols)> _found = new(() => (
        [.. endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.ServiceName).OfType<string>()
            .Distinct().Order(StringComparer.Ordinal)],
        SymbolRegistry.FromFiles(ServiceDescriptors.All(endpoints).Select(service => service.File).Concat(s_always))));

    public IReadOnlyList<string> Services => _found.Value.Services;

    public SymbolRegistry Symbols => _found.Value.Symbols;
}
