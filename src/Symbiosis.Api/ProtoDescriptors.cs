using Google.Protobuf.Reflection;

namespace Symbiosis.Api;

/// <summary>All files of <c>protos</c> with their imports and comments, as protoc describes them.</summary>
public static class ProtoDescriptors
{
    private const string ResourceName = "symbiosis.descriptors.binpb";

    /// <summary>A serialised google.protobuf.FileDescriptorSet with source info. The caller disposes it.</summary>
    public static Stream Open() =>
        typeof(ProtoDescriptors).Assembly.GetManifestResourceStream(ResourceName)
        ?? throw new InvalidOperationException($"The assembly was built without {ResourceName}.");

    /// <summary>The same, parsed.</summary>
    public static FileDescriptorSet Read()
    {
        using var stream = Open();
        return FileDescriptorSet.Parser.ParseFrom(stream);
    }
}
