using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace Grpc.Json;

/// <summary>
/// JSON of the messages of one file and all it imports: snake_case names on the way out, both spellings on the way in, absent and zero fields left out.
/// An Any may hold any message of these files or an error detail of google.rpc.
/// </summary>
internal sealed class JsonCodec
{
    /// <summary>Objects and lists may be nested this deeply.</summary>
    public const int MaxDepth = 64;

    private static readonly ConcurrentDictionary<FileDescriptor, JsonCodec> s_byFile = new();
    private readonly JsonFormatter _formatter;
    private readonly JsonParser _parser;

    private JsonCodec(FileDescriptor file)
    {
        Types = TypeRegistry.FromFiles([file, ErrorDetailsReflection.Descriptor, StatusReflection.Descriptor, StructReflection.Descriptor,
            DurationReflection.Descriptor, TimestampReflection.Descriptor, WrappersReflection.Descriptor, EmptyReflection.Descriptor]);
        _formatter = new JsonFormatter(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true).WithTypeRegistry(Types));
        _parser = new JsonParser(JsonParser.Settings.Default.WithTypeRegistry(Types));
    }

    /// <summary>Types an Any may hold.</summary>
    public TypeRegistry Types { get; }

    public static JsonCodec For(FileDescriptor file) => s_byFile.GetOrAdd(file, static key => new JsonCodec(key));

    public string Format(IMessage message) => _formatter.Format(message);

    /// <exception cref="InvalidProtocolBufferException">The text is no such message.</exception>
    /// <exception cref="InvalidJsonException">The text is not JSON.</exception>
    public IMessage Parse(string json, MessageDescriptor type) => _parser.Parse(json, type);
}
