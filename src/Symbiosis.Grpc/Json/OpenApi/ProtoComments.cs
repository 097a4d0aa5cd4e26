using Google.Protobuf.Reflection;

namespace Grpc.Json.OpenApi;

/// <summary>Comments of proto files by the full name of what they stand at.</summary>
internal sealed class ProtoComments
{
    // Field numbers of descriptor.proto, of which the places of comments are made.
    private const int FileMessage = 4;
    private const int FileEnum = 5;
    private const int FileService = 6;
    private const int MessageField = 2;
    private const int MessageNested = 3;
    private const int MessageEnum = 4;
    private const int EnumValue = 2;
    private const int ServiceMethod = 2;

    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);

    private ProtoComments()
    {
    }

    /// <summary>Reads a serialised FileDescriptorSet; null: there are no comments.</summary>
    public static ProtoComments Read(Stream? descriptorSet)
    {
        var comments = new ProtoComments();
        if (descriptorSet is null) return comments;
        foreach (var file in FileDescriptorSet.Parser.ParseFrom(descriptorSet).File)
            comments.Add(file);
        return comments;
    }

    /// <summary>The comment before a declaration, without its line breaks; empty where there is none.</summary>
    public string Of(IDescriptor declaration) => _byName.GetValueOrDefault(declaration.FullName, "");

    private void Add(FileDescriptorProto file)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var location in file.SourceCodeInfo?.Location ?? [])
        {
            if (location.LeadingComments.Length > 0) places[string.Join('.', location.Path)] = OneParagraph(location.LeadingComments);
        }

        if (places.Count == 0) return;
        var package = file.Package.Length == 0 ? "" : file.Package + ".";
        foreach (var (index, message) in file.MessageType.Index())
            AddMessage(message, package, $"{FileMessage}.{index}", places);
        foreach (var (index, type) in file.EnumType.Index())
            AddEnum(type, package, $"{FileEnum}.{index}", places);
        foreach (var (index, service) in file.Service.Index())
        {
            Keep(package + service.Name, $"{FileService}.{index}", places);
            foreach (var (number, method) in service.Method.Index())
                Keep($"{package}{service.Name}.{method.Name}", $"{FileService}.{index}.{ServiceMethod}.{number}", places);
        }
    }

    private void AddMessage(DescriptorProto message, string scope, string path, Dictionary<string, string> places)
    {
        var name = scope + message.Name;
        Keep(name, path, places);
        foreach (var (index, field) in message.Field.Index())
            Keep($"{name}.{field.Name}", $"{path}.{MessageField}.{index}", places);
        foreach (var (index, nested) in message.NestedType.Index())
            AddMessage(nested, name + ".", $"{path}.{MessageNested}.{index}", places);
        foreach (var (index, type) in message.EnumType.Index())
            AddEnum(type, name + ".", $"{path}.{MessageEnum}.{index}", places);
    }

    private void AddEnum(EnumDescriptorProto type, string scope, string path, Dictionary<string, string> places)
    {
        var name = scope + type.Name;
        Keep(name, path, places);
        foreach (var (index, value) in type.Value.Index())
            Keep($"{name}.{value.Name}", $"{path}.{EnumValue}.{index}", places);
    }

    private void Keep(string name, string path, Dictionary<string, string> places)
    {
        if (places.TryGetValue(path, out var comment)) _byName[name] = comment;
    }

    private static string OneParagraph(string comment) =>
        string.Join(' ', comment.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
